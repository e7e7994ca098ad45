import type { FastifyInstance } from 'fastify';
import { below, seeded } from './fuzz/random.ts';
import { type Desk, openNode, otherAddress, SLUG, signIn } from './support/county.ts';

/** A step the server said yes to. */
export type Acknowledged = { number: string } | { id: number; action: string };

type Random = ReturnType<typeof seeded>;

let applicants = 0;

/** A citizen files on the portal; answers the number on the receipt. */
export async function fileOne(app: FastifyInstance): Promise<Acknowledged> {
	applicants++;
	const form = {
		applicantKind: 'natural',
		'person.name': '乔子衿',
		'person.idKind': 'idCard',
		'person.idNumber': '110101199003077379',
		phone: '13900001234',
		address: '青河县河滨路2号',
		title: `第${applicants}段农村道路养护资金使用情况`,
		form: 'paper',
		delivery: 'post',
		consent: 'yes',
	};
	const answer = await app.inject({
		method: 'POST',
		url: `/apply/${SLUG}`,
		remoteAddress: otherAddress(),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		payload: new URLSearchParams(form).toString(),
	});
	const number = /<dd><strong[^>]*>([^<]+)<\/strong>/.exec(answer.body)?.[1];
	if (answer.statusCode !== 200 || !number)
		throw new Error(`not filed: ${answer.statusCode} ${answer.body.slice(0, 2000)}`);
	return { number };
}

/** One step that the case allows now, chosen at random; null when somebody was faster or nothing fits. */
export async function workOn(desk: Desk, id: number, random: Random): Promise<Acknowledged | null> {
	const { moves, today } = (await desk('GET', `/api/applications/${id}`)).json() as {
		moves: { action: string; allowed: boolean }[];
		today?: string;
	};
	const on = today ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const bodies: Record<string, object> = {
		confirm: { confirmedOn: on },
		startHandling: {},
		addNote: { text: '电话联系申请人' },
		recordSearch: { searchedOn: on, place: '档案室', keywords: '道路', result: '没有' },
		propose: { outcome: 'O1', details: { fields: { where: '县政府网站' } } },
		recall: {},
	};
	const possible = moves.filter(({ action, allowed }) => allowed && action in bodies);
	const move = possible[below(random, possible.length)];
	if (!move) return null;
	const { status } = await desk('POST', `/api/applications/${id}/${move.action}`, bodies[move.action]);
	if (status === 200) return { id, action: move.action };
	if (status === 409 || status === 422 || status === 403) return null;
	throw new Error(`${move.action}: ${status}`);
}

/** A node of its own that works until it is killed, telling each step once it was acknowledged. */
async function node(url: string, dataDir: string): Promise<void> {
	const { app, services } = await openNode(url, dataDir);
	const clerk = await signIn(app, 'person1');
	const random = seeded(process.pid);
	const { rows } = await services.database.pool.query(
		`select id from application where state = 'arrived' order by id desc`,
	);
	process.send?.('ready');
	const file = async () => {
		for (;;) process.send?.(await fileOne(app));
	};
	const work = async () => {
		for (;;) {
			const done = await workOn(clerk, Number(rows[below(random, rows.length)]?.id), random);
			if (done) process.send?.(done);
		}
	};
	await Promise.all([file(), file(), work(), work(), work()]);
}

const [flag, url, dataDir] = process.argv.slice(2);
if (flag === '--node' && url && dataDir) await node(url, dataDir);
