import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock } from '@rt/event-store';
import {
  endedSessionCookie,
  sessionChanged,
  sessionCookie,
  sessionIdIn,
  Sessions,
  signInFailed,
  writeLogged,
  type AccessWriter,
  type DemoDirectory,
  type User,
} from '@rt/identity';
import type { Request, Response } from 'express';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';
import { ACCESS_WRITER, CLOCK, DIRECTORY } from '../ports';
import { LOOPBACK } from './signed-in.guard';

/** Signs users of the demo directory in and out. */
@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(DIRECTORY) private readonly directory: DemoDirectory,
    @Inject(ACCESS_WRITER) private readonly accessLog: AccessWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('directory')
  @Access('directory.read')
  @Operation({
    id: 'listDirectory',
    sv: 'Demokatalogen: påhittade användare och vad deras roller är till för.',
    en: 'The demo directory: invented users and what their roles are for',
    answer: { of: 'Directory' },
  })
  list(): Answer<'Directory'> {
    const { users, units, roles } = this.directory;
    return { users: users.map((user) => ({ ...userAnswer(user), title: user.title })), units, roles };
  }

  @Post('session')
  @HttpCode(201)
  @Access('session.begin')
  @Operation({
    id: 'signIn',
    sv: 'Loggar in som en användare ur demokatalogen. Sessionen bärs av en kaka.',
    en: 'Signs in as a user of the demo directory. The session is carried by a cookie',
    body: 'SignIn',
    answer: { status: 201, of: 'Session' },
    problems: [
      'UNKNOWN_USER',
      'ACCESS_NOT_LOGGED',
      'FOREIGN_ORIGIN',
      'NOT_JSON',
      'TOO_LARGE',
      'NOT_JSON_TYPE',
    ],
  })
  async signIn(
    @Body() body: unknown,
    @Req() { headers }: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const user = await this.directory.find(userIdIn(body));
    const at = this.clock.now();
    if (user === undefined) {
      await writeLogged(this.accessLog, signInFailed(at));
      throw new Problem('UNKNOWN_USER', [{ field: 'userId', code: 'UNKNOWN_USER' }]);
    }
    await writeLogged(this.accessLog, sessionChanged(at, user, 'signIn'));
    const begun = await this.sessions.signIn(user.userId, sessionIdIn(headers.cookie, LOOPBACK));
    response.setHeader('Set-Cookie', sessionCookie(begun, LOOPBACK));
    return userAnswer(user);
  }

  @Get('session')
  @Access('session.read')
  @Operation({
    id: 'getSession',
    sv: 'Vem som är inloggad.',
    en: 'Who is signed in',
    answer: { of: 'Session' },
  })
  read(@Visiting() { user }: Visit) {
    return userAnswer(user);
  }

  @Delete('session')
  @HttpCode(204)
  @Access('session.end')
  @Operation({
    id: 'signOut',
    sv: 'Loggar ut.',
    en: 'Signs out',
    answer: { status: 204 },
    problems: ['FOREIGN_ORIGIN', 'ACCESS_NOT_LOGGED'],
  })
  async signOut(
    @Visiting() { user }: Visit,
    @Req() { headers }: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const id = sessionIdIn(headers.cookie, LOOPBACK);
    await writeLogged(this.accessLog, sessionChanged(this.clock.now(), user, 'signOut'));
    if (id !== undefined) await this.sessions.signOut(id);
    response.setHeader('Set-Cookie', endedSessionCookie(LOOPBACK));
  }
}

const userAnswer = ({ userId, roles, unitId, boardId, providerId }: User): Answer<'Session'> => ({
  userId,
  roles,
  unitId,
  boardId: boardId ?? null,
  providerId: providerId ?? null,
});

/** The user id in the body. @throws Problem BAD_REQUEST */
const userIdIn = (body: unknown): string => {
  const { userId } = (body ?? {}) as { readonly userId?: unknown };
  if (typeof userId === 'string') return userId;
  throw new Problem('BAD_REQUEST', [{ field: 'userId', code: 'directoryId' }]);
};
