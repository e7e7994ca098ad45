import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it: envelope and source. */
export interface Mail {
	to: string;
	source: string;
}

/** A real mail server and a real SMS gateway on this machine, which keep what they are handed. */
export interface PostOffice {
	/** Settings that make the product use both. */
	env: Record<string, string>;
	mails: Mail[];
	texts: { id: string; to: string; text: string; authorization: string | undefined }[];
	/** Refuses whatever comes from now on, or no longer. */
	refuse(refuses: boolean): void;
	close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
	const mails: Mail[] = [];
	const texts: PostOffice['texts'] = [];
	let refuses = false;
	const smtp = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		onRcptTo: ({ address }, _session, done) =>
			done(refuses ? Object.assign(new Error(`${address} unknown`), { responseCode: 550 }) : null),
		onData: (stream, session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map(({ address }) => address).join();
				mails.push({ to, source: Buffer.concat(chunks).toString('utf8') });
				done();
			});
		},
	});
	const gateway = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (!refuses) {
				const given = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { id: string; to: string; text: string };
				texts.push({ ...given, authorization: request.headers.authorization });
			}
			response.writeHead(refuses ? 503 : 200).end();
		});
	});
	const mailPort = await listening(smtp.listen(0, '127.0.0.1') as unknown as Server);
	const smsPort = await listening(gateway.listen(0, '127.0.0.1'));
	return {
		env: {
			SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
			MAIL_FROM: '青河县政务公开办 <gongkai@qinghe.example>',
			SMS_URL: `http://127.0.0.1:${smsPort}/send`,
			SMS_TOKEN: 'geheim',
		},
		mails,
		texts,
		refuse: (now) => {
			refuses = now;
		},
		close: async () => {
			await new Promise<void>((done) => smtp.close(() => done()));
			gateway.closeAllConnections();
			await new Promise((done) => gateway.close(done));
		},
	};
}

async function listening(server: Server): Promise<number> {
	if (!server.listening) await new Promise((done) => server.once('listening', done));
	return (server.address() as AddressInfo).port;
}

/** The text of a mail, decoded. */
export function textOf({ source }: Mail): string {
	const body = source.slice(source.indexOf('\r\n\r\n') + 4);
	if (/Content-Transfer-Encoding: base64/i.test(source)) return Buffer.from(body, 'base64').toString('utf8');
	if (!/quoted-printable/i.test(source)) return body;
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
