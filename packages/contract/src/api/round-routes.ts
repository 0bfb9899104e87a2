import * as z from 'zod';
import { roundActs } from '../desk/round.ts';
import { cooperationName, longText, moment, role, shortText, slugText, yearText } from './fields.ts';
import { route } from './route.ts';
import { changed } from './work-routes.ts';

const cooperation = { cooperation: cooperationName } as const;

/** What the controller and the leaders do about the budget round, and who is at work now. */
export const roundRoutes = {
  'round.set': route(
    'POST',
    '/cooperations/{cooperation}/budgets/{year}/round/{unit}',
    'Lever en enhets budsjett, ta det tilbake, merk det kontrollert eller send det tilbake',
    { status: 201, json: changed },
    {
      params: { ...cooperation, year: yearText, unit: slugText },
      body: {
        json: z.strictObject({
          act: z.enum(roundActs),
          reason: longText(2000).nullable().describe('hvorfor det sendes tilbake; ellers null'),
        }),
      },
      once: true,
    },
  ),
  'people.list': route(
    'GET',
    '/cooperations/{cooperation}/people',
    'Hvem som arbeider med budsjettet: navn og rolle, til å gi oppgaver',
    {
      status: 200,
      json: z.strictObject({
        people: z.array(
          z.strictObject({
            user: z.string(),
            name: z.string(),
            roles: z.array(role),
            units: z.array(z.string()),
          }),
        ),
      }),
    },
    { params: cooperation },
  ),
  'presence.put': route(
    'PUT',
    '/cooperations/{cooperation}/presence',
    'Si hvor jeg arbeider nå, og få vite hvem andre som er der',
    {
      status: 200,
      json: z.strictObject({
        people: z.array(z.strictObject({ user: z.string(), name: z.string(), since: moment })),
      }),
    },
    {
      params: cooperation,
      body: {
        json: z.strictObject({ place: shortText(120).describe('det jeg arbeider med: linjer/nav') }),
      },
    },
  ),
} as const;
