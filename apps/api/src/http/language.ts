import type { Language } from '@rt/domain';
import type { Request, Response } from 'express';

const OTHER: Readonly<Record<Language, Language>> = { sv: 'en', en: 'sv' };

/**
 * The language that the reader prefers (`Accept-Language`, with its weights). A reader who names none, or only languages that we do not have, gets
 * the language of the server's settings.
 */
export const languageOf = (request: Pick<Request, 'acceptsLanguages'>, usual: Language): Language =>
  (request.acceptsLanguages([usual, OTHER[usual]]) || usual) as Language;

/** Says which language an answer is in, and that another reader would get another. */
export const inLanguage = (response: Response, language: Language): Response =>
  response.vary('Accept-Language').set('Content-Language', language);
