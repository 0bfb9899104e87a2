import type { Handlers } from '../context.ts';
import { adminHandlers } from './admin.ts';
import { auditHandlers } from './audit.ts';
import { budgetHandlers } from './budget.ts';
import { jobHandlers } from './jobs.ts';
import { publicationHandlers } from './publications.ts';
import { registerHandlers } from './registers.ts';
import { roundHandlers } from './round.ts';
import { sessionHandlers } from './session.ts';
import { startHandlers } from './start.ts';
import { workHandlers } from './work.ts';

/** What each route does. One that is missing does not compile. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...workHandlers,
  ...budgetHandlers,
  ...roundHandlers,
  ...jobHandlers,
  ...startHandlers,
  ...publicationHandlers,
  ...auditHandlers,
  ...registerHandlers,
  ...adminHandlers,
};
