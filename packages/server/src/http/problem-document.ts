import type { ApiProblem, ConflictJson, ProblemDocument } from '@samstyr/contract/api/problem';
import type { RefusedCommand, StaleProblem } from '@samstyr/contract/command/problems';
import { apiProblemTexts } from '@samstyr/contract/texts/api-problems';
import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import type { Language } from '@samstyr/contract/texts/language';
import { fileProblemCode } from '@samstyr/contract/texts/problem-sentence';
import { type RegisterFileProblem, registerFileTexts } from '@samstyr/contract/texts/register-file';
import { type AnyProblem, sentence } from '@samstyr/contract/texts/sentence';
import { setupProblemTexts } from '@samstyr/contract/texts/setup-problems';
import { tell } from '@samstyr/contract/texts/tell';
import type { SetupProblem } from '@samstyr/core/setup/new-cooperation';

/** Everything a request can be refused for. */
export type AnyApiProblem = ApiProblem | RegisterFileProblem | SetupProblem | RefusedCommand | AnyProblem;

/** Thrown where a value cannot be given back: in a hook or while a body is read. */
export class Refused extends Error {
  readonly problems: readonly [AnyApiProblem, ...AnyApiProblem[]];
  constructor(...problems: readonly [AnyApiProblem, ...AnyApiProblem[]]) {
    super(problems[0].code);
    this.problems = problems;
  }
}

const statuses: { readonly [code: string]: number } = {
  'api.notFound': 404,
  'api.notLoggedIn': 401,
  'api.notAllowed': 403,
  'api.invalid': 400,
  'api.unknownField': 400,
  'api.notJson': 400,
  'api.doubledKey': 400,
  'api.tooDeep': 400,
  'api.tooLarge': 413,
  'api.wrongType': 415,
  'api.wrongMethod': 405,
  'api.crossOrigin': 403,
  'api.noCsrfToken': 403,
  'api.noIdempotencyKey': 400,
  'api.keyReused': 422,
  'api.conflict': 409,
  'api.tooMany': 429,
  'api.busy': 503,
  'api.full': 507,
  'api.timeout': 408,
  'api.internal': 500,
  'login.refused': 401,
  'login.codeNeeded': 401,
  'login.wrongCode': 400,
  'login.weakPassword': 400,
  'login.tokenSpent': 410,
  'login.oidcOff': 404,
  'login.oidcRefused': 401,
  'login.unknownPerson': 403,
  'access.notOwnRow': 403,
  'access.delivered': 409,
  'round.notDelivered': 409,
  'round.tasksOpen': 409,
  'round.reasonNeeded': 400,
  'access.sensitiveService': 403,
  'access.lastAdministrator': 409,
  'job.finished': 409,
  'import.nameTaken': 409,
  'store.nameTaken': 409,
  'command.stale': 409,
  'command.expectMissing': 409,
  'command.keyReused': 422,
  'command.shape': 400,
  'row.shape': 400,
  'budget.noVersion': 404,
  'budget.unknownParty': 404,
};

/** The status of a problem: what the budget's own rules refuse is 422. */
const statusOf = ({ code }: AnyApiProblem): number =>
  statuses[code] ?? (code.startsWith('explain.') ? 404 : 422);

const titles: { readonly [L in Language]: (status: number) => string } = {
  nb: (status) => (status === 409 ? 'Andre kom først' : status < 500 ? 'Avvist' : 'Feil hos oss'),
  nn: (status) => (status === 409 ? 'Andre kom først' : status < 500 ? 'Avvist' : 'Feil hos oss'),
  en: (status) => (status === 409 ? 'Others were first' : status < 500 ? 'Refused' : 'Our fault'),
};

/** The document of one or more problems. The first says the status. A refusal that must be the same for all has no id of its own. */
export function problemDocumentOf(
  problems: readonly [AnyApiProblem, ...AnyApiProblem[]],
  language: Language,
  requestId: string | null,
): ProblemDocument {
  const [first] = problems;
  const status = statusOf(first);
  const texts = problems.slice(0, 100).map((problem) => ({
    code: codeOf(problem),
    text: sentenceOf(problem, language),
    path: 'path' in problem && typeof problem.path === 'string' ? problem.path : null,
    figures: figuresOf(problem),
  }));
  const stale = problems.filter((problem): problem is StaleProblem => problem.code === 'command.stale');
  const code = stale.length > 0 ? 'api.conflict' : codeOf(first);
  return {
    type: `/problems/${code}`,
    title: titles[language](status),
    status,
    detail:
      stale.length > 0
        ? tell(apiProblemTexts, language, { code: 'api.conflict', rows: stale.map(({ id }) => id) })
        : (texts[0]?.text ?? ''),
    instance: status === 404 ? null : requestId,
    code,
    problems: texts,
    conflicts: stale.length === 0 ? null : stale.map(conflictOf),
  };
}

const conflictOf = ({ table, id, expected, actual, base, theirs, yours }: StaleProblem): ConflictJson =>
  ({ table, id, expected, found: actual === 0 ? null : actual, base, theirs, yours }) as ConflictJson;

const codeOf = (problem: AnyApiProblem): string =>
  'place' in problem ? fileProblemCode(problem) : problem.code;

/** What is wrong, in words. */
export function sentenceOf(problem: AnyApiProblem, language: Language): string {
  if (problem.code in apiProblemTexts) return tell(apiProblemTexts, language, problem as ApiProblem);
  if (problem.code in registerFileTexts)
    return tell(registerFileTexts, language, problem as RegisterFileProblem);
  if (problem.code in setupProblemTexts) return tell(setupProblemTexts, language, problem as SetupProblem);
  return 'place' in problem
    ? sentence(problem as AnyProblem, language)
    : refusedCommandSentence(problem as RefusedCommand, language);
}

type Figures = ProblemDocument['problems'][number]['figures'];

/** The figures of a problem that are plain; rows and nested problems stay behind. */
function figuresOf(problem: AnyApiProblem): Figures {
  return Object.fromEntries(
    Object.entries(problem).flatMap(([name, value]): [string, Figures[string]][] => {
      if (name === 'code' || name === 'path') return [];
      if (typeof value === 'bigint') return [[name, `${value}`]];
      if (typeof value === 'string' || typeof value === 'boolean' || value === null) return [[name, value]];
      if (typeof value === 'number') return [[name, Number.isSafeInteger(value) ? value : `${value}`]];
      return Array.isArray(value) && value.every((each) => typeof each === 'string') ? [[name, value]] : [];
    }),
  );
}
