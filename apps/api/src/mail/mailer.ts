import { isLoopback } from '@rt/identity';
import { createTransport } from 'nodemailer';

export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password where the server asks for them. */
  readonly smtp: string;
  /** The sender of every mail. */
  readonly from: string;
  /** The address of the pages that mails and calendars lead to, without a path. */
  readonly address: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same mail: a server that gets it twice can deliver it once. */
  readonly messageId: string;
}

/** The port by which mails leave. */
export interface Mailer {
  /** @throws Error that may name the receiver: it is for no log. `isRefused` says whether another try is of use */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server will not take a mail for this receiver, today or in ten minutes. */
export const isRefused = (error: unknown): boolean => {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  return code === 'EENVELOPE' && (responseCode ?? 0) >= 500;
};

const timeoutMs = 10_000;

/** Sends by SMTP, encrypted unless the mail server is on this machine. Opens no connection before the first mail. */
export const smtpMailer = ({ smtp, from }: Pick<MailSettings, 'smtp' | 'from'>): Mailer => {
  const transport = createTransport({
    url: smtp,
    pool: true,
    maxConnections: 1,
    requireTLS: !isLoopback(new URL(smtp).hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, messageId }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        // No answer by a machine is wanted (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
};
