import { aboutRound, type RoundAct } from '@samstyr/contract/desk/round';
import { fail, ok } from '@samstyr/core/result/result';
import { membersOf } from '../../access/grants.ts';
import { deskRows } from '../../store/store.ts';
import type { Handlers } from '../context.ts';
import { deliveredIn, lastAct } from '../round-state.ts';
import { see } from './opened.ts';
import { command } from './work.ts';

type Names = 'round.set' | 'people.list' | 'presence.put';

const words: { readonly [A in RoundAct]: string } = {
  delivered: 'Levert.',
  takenBack: 'Tatt tilbake.',
  checked: 'Kontrollert.',
  returned: '',
};

export const roundHandlers: Handlers<Names> = {
  'round.set': async (context) => {
    const { unit } = context.params;
    const year = Number.parseInt(context.params.year, 10);
    const { act } = context.body;
    const reason = context.body.reason?.trim() ?? '';
    const { index, cooperation } = await see(context);
    const name = index.unit.get(unit)?.name;
    if (name === undefined) return fail({ code: 'api.notFound' });
    if (act === 'returned' && reason === '') return fail({ code: 'round.reasonNeeded' });
    const { store } = context.services;
    if (act === 'delivered') {
      const titles = (await deskRows(store, cooperation, 'task')).flatMap(({ row }) =>
        row['unit'] === unit && row['year'] === year && row['done'] !== true ? [`${row['title']}`] : [],
      );
      if (titles.length > 0) return fail({ code: 'round.tasksOpen', unit: name, titles });
    } else {
      const comments = await deskRows(store, cooperation, 'comment');
      const isDelivered = deliveredIn(comments).has(`${unit} ${year}`);
      // What the controller has checked is theirs to give back.
      const isChecked = lastAct(comments, unit, year)?.act === 'checked';
      if (!isDelivered || (act === 'takenBack' && isChecked))
        return fail({ code: 'round.notDelivered', unit: name, year });
    }
    const body = act === 'returned' ? reason : words[act];
    return command(context, { op: 'addComment', args: { unit, about: aboutRound(year, act), body } });
  },
  'people.list': async ({ services, member }) =>
    ok({
      people: (await membersOf(services.access, member.cooperation)).flatMap(
        ({ user, name, grants, isActive }) =>
          isActive
            ? [
                {
                  user,
                  name,
                  roles: grants.map(({ role }) => role),
                  units: grants.flatMap(({ units }) => [...units]),
                },
              ]
            : [],
      ),
    }),
  'presence.put': async ({ services, member, person, body }) =>
    ok({
      people: services.access.presence
        .see(member.cooperation, body.place, { user: person.user, name: person.name })
        .map(({ user, name, since }) => ({ user, name, since: since.toISOString() })),
    }),
};
