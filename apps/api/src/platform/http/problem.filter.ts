import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './problem.ts';
import { asDomainError, problemDetails } from './problem-details.ts';

/** The one place where errors become answers: nothing a library says ever reaches a client. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.logger, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with problem details; also used by Fastify's own handlers for what never reaches Nest. */
export function sendProblem(logger: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asDomainError(error instanceof HttpException ? withStatus(error) : error);
  if (problem.code === 'INTERNAL') logger.error(`${request.id} ${problem.code} ${stackWithoutData(error)}`);
  if (reply.sent) return;
  const retryAfter = problem.extra['retryAfter'];
  if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problemDetails(problem));
}

function withStatus(error: HttpException): { statusCode: number } | DomainError {
  return error.cause instanceof DomainError ? error.cause : { statusCode: error.getStatus() };
}

/** Where it happened, never what was in it: database errors quote values. */
function stackWithoutData(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
