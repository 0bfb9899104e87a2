import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnyApiProblem, problemDocumentOf } from './problem-document.ts';
import { languageOf } from './request-language.ts';

/** The one place where problems become answers. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly [AnyApiProblem, ...AnyApiProblem[]],
): FastifyReply {
  const document = problemDocumentOf(problems, languageOf(request), request.id);
  const [first] = problems;
  if (first.code === 'api.tooMany') reply.header('Retry-After', `${first.seconds}`);
  if (document.status === 503) reply.header('Retry-After', '2');
  return reply
    .code(document.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}
