import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Finding } from '../finding.ts';
import { requireLanguage } from '../report/language.ts';
import { splitSentences } from '../unicode/index.ts';
import { toMatches } from './languagetool.ts';
import { RequestError, readCheckRequest } from './request.ts';

/** Settings of {@link createLanguageToolServer}. */
export interface ServeOptions {
  /** Finds what is wrong in a text; may answer later, from a worker. */
  readonly check: (text: string) => readonly Finding[] | Promise<readonly Finding[]>;
  /** Told in answers. Default `0.0.0`. */
  readonly version?: string;
  /** Language of the messages. Default `vi`: clients show them to whoever writes Vietnamese. */
  readonly language?: 'en' | 'vi';
  /** UTF-16 units of one text. Default 100,000. */
  readonly mostUnits?: number;
  /** Requests that wait for an answer at once; more get 503. Default 64. */
  readonly mostRequests?: number;
  /** The page that may read answers, for browsers: `https://example.org`, or `*`. Default: none but programs. */
  readonly allowOrigin?: string;
  /** Whether requests must be addressed to this machine, which keeps foreign pages out that rename it. Default true. */
  readonly loopbackOnly?: boolean;
}

/** Milliseconds that a client may take to send its request. */
const SLOWEST_REQUEST = 10_000;
/** A unit takes at most 3 bytes of UTF-8, each written %XX; markup may take as much again. */
const BYTES_A_UNIT = 18;

/**
 * An HTTP server in the shape of LanguageTool's, not yet listening: `/v2/check` (GET and POST; `text` or annotated `data`),
 * `/v2/languages`, `/v2/info`, `/v2/maxtextlength`, `/v2/healthcheck`; clients written for LanguageTool work with it.
 * @throws RangeError for a language that messages are not written in
 * @example
 * createLanguageToolServer({ check: (text) => check(text, { corrector }) }).listen(8081, '127.0.0.1');
 */
export function createLanguageToolServer(options: ServeOptions): Server {
  const { mostUnits = 100_000, mostRequests = 64, allowOrigin, loopbackOnly = true } = options;
  requireLanguage(options.language ?? 'vi');
  let open = 0;
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (loopbackOnly && !isLoopback(request.headers.host)) {
      throw new RequestError(403, 'Error: this server answers only requests that are addressed to this machine');
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace(/^\/api(?=\/v2\/)/, '');
    if (path === '/v2/check') {
      const parameters =
        request.method === 'POST' ? await readForm(request, mostUnits * BYTES_A_UNIT) : url.searchParams;
      return json(await checkAnswer(parameters, options, mostUnits));
    }
    if (request.method !== 'GET') throw new RequestError(405, `Error: ${request.method} is not answered here`);
    switch (path) {
      case '/v2/languages':
        return json([{ name: 'Vietnamese', code: 'vi', longCode: 'vi-VN' }]);
      case '/v2/info':
        return json({ software: softwareOf(options) });
      case '/v2/maxtextlength':
        return { type: 'text/plain; charset=utf-8', body: String(mostUnits) };
      case '/v2/healthcheck':
        return { type: 'text/plain; charset=utf-8', body: 'OK' };
      default:
        throw new RequestError(404, 'Error: unknown path, expected /v2/check, /v2/languages or /v2/info');
    }
  };
  const server = createServer((request, response) => {
    if (allowOrigin !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', allowOrigin);
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Accept');
    }
    if (request.method === 'OPTIONS') {
      send(response, 204, { type: 'text/plain', body: '' });
      return;
    }
    if (open >= mostRequests) {
      send(response, 503, errorAnswer('Error: too many requests at once, try again later'));
      return;
    }
    open++;
    answer(request)
      .then(
        (content) => send(response, 200, content),
        (error: Error) => {
          // What is left of a refused body is not read.
          if (!request.complete) response.setHeader('Connection', 'close');
          if (error instanceof RequestError) send(response, error.status, errorAnswer(error.message));
          else send(response, 500, errorAnswer(`Error: ${error.message}`));
        },
      )
      .finally(() => {
        open--;
      });
  });
  server.requestTimeout = SLOWEST_REQUEST;
  server.headersTimeout = SLOWEST_REQUEST;
  return server;
}

interface Answer {
  readonly type: string;
  readonly body: string;
}

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });
const errorAnswer = (message: string): Answer => ({ type: 'text/plain; charset=utf-8', body: message });

async function checkAnswer(parameters: URLSearchParams, options: ServeOptions, mostUnits: number): Promise<object> {
  const request = readCheckRequest(parameters, mostUnits);
  const { text } = request;
  const findings = await options.check(text);
  const sentences = splitSentences(text);
  const vietnamese = { name: 'Vietnamese', code: 'vi-VN' };
  return {
    software: softwareOf(options),
    warnings: { incompleteResults: false },
    language: { ...vietnamese, detectedLanguage: vietnamese },
    matches: toMatches(text, findings, { ...request, sentences, language: options.language ?? 'vi' }),
    sentenceRanges: sentences.flatMap(({ start, end }) => {
      const place = request.toSource(start, end);
      return place === undefined ? [] : [place];
    }),
  };
}

function softwareOf({ version = '0.0.0' }: ServeOptions): object {
  return { name: 'hieudinh', version, buildDate: '', apiVersion: 1, premium: false, premiumHint: '', status: '' };
}

async function readForm(request: IncomingMessage, mostBytes: number): Promise<URLSearchParams> {
  const type = request.headers['content-type']?.split(';')[0].trim().toLowerCase();
  if (type !== undefined && type !== 'application/x-www-form-urlencoded') {
    throw new RequestError(415, `Error: the body is ${type}, expected application/x-www-form-urlencoded`);
  }
  const tooLong = new RequestError(
    413,
    `Error: the request has more than ${mostBytes} bytes. Please submit a shorter text.`,
  );
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLong;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLong;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, { type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}
