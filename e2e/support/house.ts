import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { inject } from 'vitest';
import type { z } from 'zod';
import { DEMO_PASSWORD } from '../../db/demo/text/county.ts';
import type { Route } from '../../server/api/route.ts';
import { buildApp } from '../../server/app.ts';
import { compose, jobHandlers, MODULES } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { exampleOf, type Given } from '../../test/example.ts';
import { type Browser, signIn } from '../../test/fixtures.ts';
import { DEMO_DATABASE, NOW } from './moment.ts';

/** By the beginning of its path: how to find records of some offices ($1), with what else its addresses name. */
export const RECORDS: Readonly<Record<string, string>> = {
	'/api/documents/:id': `select d.id, (select min(a.id) from attachment a where a.document_id = d.id) as "fileId",
		(select min(r.id) from coordination_request r where r.document_id = d.id) as "requestId",
		(select min(i.id) from impact_assessment i where i.document_id = d.id) as "assessmentId",
		(select min(p.id) from coordination_proof p join coordination_request r on r.id = p.request_id
			where r.document_id = d.id) as "proofId"
		from document d where d.office_id = any($1)`,
	'/api/coordination-requests/:id': `select r.id, (select min(a.id) from attachment a where a.document_id = r.document_id) as "fileId"
		from coordination_request r where r.office_id = any($1)`,
	'/api/documents/:documentId': 'select id as "documentId" from document where office_id = any($1)',
	'/api/dispatch-documents/:id': `select id from document d where office_id = any($1)
		and not exists (select 1 from publication p where p.document_id = d.id)`,
	'/api/offices/:officeId': 'select id as "officeId" from office where id = any($1)',
	'/api/guides/:officeId': 'select id as "officeId" from office where id = any($1)',
	'/api/entries/:id': 'select id from catalog_entry where office_id = any($1)',
	'/api/normative/projects/:id': `select p.id, (select min(f.id) from normative_file f join normative_step s on s.id = f.step_id
		where s.project_id = p.id) as "fileId" from normative_project p where office_id = any($1)`,
	'/api/normative/words/:id': 'select office_id as id from normative_word where office_id = any($1)',
	'/api/normative/batches/:id': 'select id from normative_batch where office_id = any($1)',
	'/api/normative/documents/:id':
		"select document_id as id from publication where office_id = any($1) and type = 'normative'",
	'/api/applications/:id': `select a.id,
		(select min(l.id) from application_letter l where l.application_id = a.id) as "letterId",
		(select min(f.id) from application_file f where f.application_id = a.id) as "fileId",
		(select min(c.id) from application_consultation c where c.application_id = a.id) as "consultationId",
		(select min(r.id) from application_redaction r where r.application_id = a.id) as "redactionId", 1 as page
		from application a where office_id = any($1) and state <> 'left'`,
	'/api/remedies/:id': 'select id from remedy_case where office_id = any($1)',
	'/api/channels/:id': 'select id from channel where office_id = any($1)',
	'/api/dispatches/:id': `select d.id, (select min(p.id) from dispatch_proof p where p.dispatch_id = d.id) as "proofId"
		from dispatch d where office_id = any($1)`,
	'/api/gazettes/:id': `select g.id, (select min(c.id) from gazette_copy c where c.issue_id = g.id) as "copyId"
		from gazette_issue g where office_id = any($1)`,
	'/api/deliveries/:id': 'select id from delivery where office_id = any($1)',
	'/api/registers/entries/:id': `select e.id, (select min(v.id) from register_evidence v where v.entry_id = e.id) as "evidenceId"
		from register_entry e where office_id = any($1)`,
	'/api/reports/:id': `select r.id, (select min(t.id) from report_return t where t.report_id = r.id) as "returnId"
		from report r where office_id = any($1)`,
	'/api/offices/:id/report-trend': 'select id from office where id = any($1)',
	'/api/outside-reports/:id': 'select id from outside_report where office_id = any($1)',
	'/api/concerns/:id': 'select id from concern where office_id = any($1)',
	'/api/consultations/:id': `select c.id,
		(select min(f.id) from consultation_file f where f.consultation_id = c.id) as "fileId",
		(select min(m.id) from consultation_comment m where m.consultation_id = c.id) as "commentId",
		(select min(p.id) from consultation_point p where p.consultation_id = c.id) as "opinionId"
		from consultation c where office_id = any($1)`,
	'/api/proposals/:id': 'select id from proposal where office_id = any($1)',
	'/api/faq/:id': 'select id from ask_entry where office_id = any($1)',
	'/api/trainings/:id': `select t.id, (select min(f.id) from training_file f where f.training_id = t.id) as "fileId",
		(select min(p.id) from training_person p where p.training_id = t.id) as "personId" from training t where office_id = any($1)
		and not exists (select 1 from training_office o where o.training_id = t.id and o.office_id <> all($1))`,
	'/api/posts/:id': 'select id from post_holder where office_id = any($1)',
	'/api/handovers/:id': 'select id from handover where office_id = any($1)',
	'/api/monitoring/findings/:id': 'select id from monitor_finding where office_id = any($1)',
	'/api/rectifications/:id': `select r.id from rectification r where exists (select 1 from rectification_item i
		where i.rectification_id = r.id and i.office_id = any($1)) and not exists (select 1 from rectification_item i
		where i.rectification_id = r.id and i.office_id <> all($1))`,
	'/api/rectification-items/:id': `select i.id, (select min(p.id) from rectification_proof p join rectification_step s
		on s.id = p.step_id where s.item_id = i.id) as "proofId" from rectification_item i where office_id = any($1)`,
	'/api/evaluation/rounds/:id/offices/:officeId': `select round_id as id, office_id as "officeId"
		from evaluation_round_office where office_id = any($1)`,
	'/api/evaluation/deductions/:id': `select d.id, (select min(p.id) from evaluation_proof p join evaluation_step s
		on s.id = p.step_id where s.deduction_id = d.id) as "proofId" from evaluation_deduction d where office_id = any($1)`,
	'/api/accountability/:id': 'select id from accountability where office_id = any($1)',
};

const TEXT = '说明';
const SHA = createHash('sha256').update(TEXT).digest('hex');

/** One of each thing the demo has none of: files beside records, and what no office of it has begun. $1 is a township. */
const SEEDS: readonly string[] = [
	`insert into file (sha256, size, media_type) values ('${SHA}', 6, 'text/plain') on conflict do nothing`,
	`insert into attachment (document_id, sha256, file_name, media_type, size, added_at)
		select id, '${SHA}', '附件.txt', 'text/plain', 6, now() from document where office_id = $1 order by id desc limit 3`,
	`insert into attachment (document_id, sha256, file_name, media_type, size, added_at)
		select document_id, '${SHA}', '附件.txt', 'text/plain', 6, now() from coordination_request where office_id = $1`,
	`insert into impact_assessment (document_id, edition, assessed_on, assessor, conclusion, file_name, media_type, size, sha256, at, person_name)
		select id, edition, '2026-06-01', '党政办', '公开合法必要，措施有效。', '评估.txt', 'text/plain', 6, '${SHA}', now(), '测试'
		from document where office_id = $1 order by id desc limit 3`,
	`insert into coordination_proof (request_id, file_name, media_type, size, sha256, at, person_name)
		select r.id, '复函.txt', 'text/plain', 6, '${SHA}', now(), '测试' from coordination_request r
		join document d on d.id = r.document_id where d.office_id = $1`,
	`insert into normative_file (step_id, sha256, file_name, media_type, size) select s.id, '${SHA}', '附件.txt', 'text/plain', 6
		from normative_step s join normative_project p on p.id = s.project_id where p.office_id = $1 limit 1`,
	`insert into application_file (application_id, purpose, sha256, file_name, media_type, size, added_at)
		select id, 'material', '${SHA}', '附件.txt', 'text/plain', 6, now() from application where office_id = $1`,
	`insert into application_redaction (application_id, file_id, pages, person_name, created_at)
		select application_id, min(id), '[]', '测试', now() from application_file group by application_id`,
	`insert into remedy_case (office_id, subject, claimant, track, body, simple, received_on, closed_on, result, order_kind)
		values ($1, '收费公示牌内容有误', 'other', 'review', '青河县人民政府', false, '2026-05-06', '2026-05-20', 'corrected', 'other')`,
	`insert into dispatch_proof (dispatch_id, moment, sha256, file_name, media_type, size, added_at)
		select id, 'posting', '${SHA}', '照片.jpg', 'image/jpeg', 6, now() from dispatch where office_id = $1 limit 1`,
	`insert into register_evidence (entry_id, file_sha256, file_name, media_type, size, person_name, created_at)
		select id, '${SHA}', '附件.txt', 'text/plain', 6, '测试', now() from register_entry where office_id = $1 limit 1`,
	`insert into outside_report (office_id, batch, file_sha256, file_name, state, failure, person_name, created_at)
		values ($1, gen_random_uuid(), '${SHA}', '报告.txt', 'failed', '读不出', '测试', now())`,
	`insert into consultation_file (consultation_id, sha256, file_name, media_type, size)
		select id, '${SHA}', '附件.txt', 'text/plain', 6 from consultation where office_id = $1`,
	`insert into normative_batch (office_id, whole_county, title, on_day, state) values ($1, false, '清理', '2026-06-01', 'open')`,
	`with made as (insert into training (office_id, kind, title, day, state, person_name, created_at)
		values ($1, 'training', '本机关培训', '2026-06-01', 'held', '测试', now()) returning id),
		asked as (insert into training_office (training_id, office_id) select id, $1 from made),
		came as (insert into training_person (training_id, office_id, name) select id, $1, '学员' from made)
		insert into training_file (training_id, file_sha256, file_name, media_type, size, person_name, created_at)
		select id, '${SHA}', '课件.txt', 'text/plain', 6, '测试', now() from made`,
	`with made as (insert into rectification (title, note, issued_on, due_on, person_name, created_at)
		values ('专项整改', '', '2026-06-01', '2026-06-20', '测试', now()) returning id),
		item as (insert into rectification_item (rectification_id, office_id, rule, message, basis, evidence, state, due_on)
			select id, $1, 'hand', '栏目空白', '依据', '{"facts":{},"path":"/"}', 'replied', '2026-06-20' from made returning id),
		step as (insert into rectification_step (item_id, action, text, person_name, created_at)
			select id, 'reply', '已经整改', '测试', now() from item returning id)
		insert into rectification_proof (step_id, file_sha256, file_name, media_type, size)
		select id, '${SHA}', '截图.txt', 'text/plain', 6 from step`,
	`insert into evaluation_proof (step_id, file_sha256, file_name, media_type, size) select s.id, '${SHA}', '截图.txt', 'text/plain', 6
		from evaluation_step s join evaluation_deduction d on d.id = s.deduction_id where d.office_id = $1 limit 1`,
	`insert into gazette_issue (office_id, title, year, number, total, issued_on, state, created_at)
		values ($1, '望溪镇公报', 2026, 900, 900, '2026-06-01', 'published', now())`,
	`insert into gazette_copy (issue_id, place, copies, delivered_on) select id, '村委会', 1, '2026-06-01' from gazette_issue where office_id = $1`,
	`insert into delivery (office_id, channel_id, year, number, carrier, state, created_at)
		select office_id, id, 2026, 900, 'paper', 'prepared', now() from channel where office_id = $1 limit 1`,
];

const beginnings = Object.keys(RECORDS).sort((a, b) => b.length - a.length);
export const isUnder = (path: string, beginning: string) => path === beginning || path.startsWith(`${beginning}/`);
export const recordsOf = (path: string) => beginnings.find((beginning) => isUnder(path, beginning));
export const routes = MODULES.flatMap((module) => module.routes);

/** The demo county without a browser: requests go straight to the server. */
export interface House {
	database: TestDatabase;
	/** Id of an office by its slug. */
	office(slug: string): Promise<number>;
	as(login: string): Promise<Browser>;
	inject(options: InjectOptions): Promise<Awaited<ReturnType<Browser['get']>>>;
	/** Addresses of up to `most` records of some offices for a route, one for each move it knows. */
	addresses(route: Route, officeIds: readonly number[], most?: number): Promise<string[]>;
	/** Runs one job, as a worker would that took it from the queue. */
	work(kind: string, payload: Record<string, unknown>): Promise<void>;
	/** A hash of every table but those that note who was here. */
	everything(): Promise<Map<string, string>>;
	close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
	const folder = mkdtempSync(join(tmpdir(), 'gongkai-house-'));
	cpSync(inject('demoFolder'), folder, { recursive: true });
	const database = await createTestDatabase(DEMO_DATABASE);
	const services = compose(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal' }), database.url, fixedClock(NOW));
	const app = await buildApp(MODULES, services);
	const township = (await database.pool.query("select id from office where slug = 'wangxi'")).rows[0].id;
	await services.files.put(Buffer.from(TEXT), 100);
	for (const seed of SEEDS) await database.pool.query(seed, seed.includes('$1') ? [township] : []);
	const ask = async (options: InjectOptions) => await app.inject(options);
	const browsers = new Map<string, Promise<Browser>>();
	let calls = 0;
	/** Each from an address of its own: no limit by address is meant here. */
	const spread = async (options: InjectOptions) => {
		calls += 1;
		return await ask({ ...options, remoteAddress: `127.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}` });
	};
	return {
		database,
		office: async (slug) =>
			Number((await database.pool.query('select id from office where slug = $1', [slug])).rows[0].id),
		as: (login) => {
			const known = browsers.get(login) ?? signIn({ inject: spread }, login, DEMO_PASSWORD);
			browsers.set(login, known);
			return known;
		},
		inject: ask,
		addresses: async (route, officeIds, most = 2) => await addresses(database, route, officeIds, most),
		work: async (kind, payload) => {
			const run = jobHandlers(services).get(kind);
			if (!run) throw new Error(`nobody does ${kind}`);
			await run({ id: 0, kind, payload, attempts: 1, maxAttempts: 5 });
		},
		everything: async () => await everything(database),
		close: async () => {
			await app.close();
			await services.database.close();
			await database.drop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function addresses(
	database: TestDatabase,
	route: Route,
	officeIds: readonly number[],
	most: number,
): Promise<string[]> {
	const beginning = recordsOf(route.path);
	const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
	if (!beginning) return fill(route, {}, names);
	const { rows, fields } = await database.pool.query<Record<string, string | null>>(
		`select * from (${RECORDS[beginning]}) as record order by 1 desc`,
		[officeIds],
	);
	const known = new Set(fields.map(({ name }) => name));
	const fitting = rows.filter((row) => names.every((name) => !known.has(name) || row[name] !== null));
	const others = names.filter((name) => !known.has(name));
	return fitting.slice(0, most).flatMap((row) => fill(route, row, others));
}

/** Fills what names no record: all values of the last parameter that is chosen from a list, an example of the others. */
function fill(route: Route, row: Record<string, unknown>, others: string[]): string[] {
	const at = (values: Record<string, unknown>) =>
		route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
	const chosen = others.at(-1);
	if (chosen === undefined) return [at(row)];
	const field = (route.params as z.ZodObject).shape[chosen] as z.ZodType & { options?: unknown[] };
	const example = exampleOf(route.params as z.ZodType, { name: 'D04', key: 'T001' }) as Record<string, unknown>;
	const choices = field.options ?? [example[chosen]];
	return choices.map((choice) => at({ ...example, ...row, [chosen]: choice }));
}

/** Of rows that are made anew each time, what is not only when and how often. */
const MADE_ANEW: Readonly<Record<string, string>> = {
	ask_passage: "(to_jsonb(t) - 'id')::text",
	monitor_finding: "(to_jsonb(t) - 'last_round' - 'last_seen')::text",
};

async function everything({ pool }: TestDatabase): Promise<Map<string, string>> {
	// The words of a file are kept by its hash, whoever brought it: reading it again tells nothing of anybody's.
	const NOTES = ['audit_entry', 'session', 'sign_in_attempt', 'migration', 'file_text'];
	const { rows: tables } = await pool.query<{ name: string }>(
		"select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
	);
	const found = new Map<string, string>();
	for (const { name } of tables.filter((table) => !NOTES.includes(table.name))) {
		const row = MADE_ANEW[name] ?? 't::text';
		const hashes = `select md5(string_agg(md5(${row}), '' order by md5(${row}))) as hash from "${name}" t`;
		found.set(name, (await pool.query(hashes)).rows[0].hash ?? 'empty');
	}
	return found;
}

const SPAN = { from: '2026-06-01', to: '2026-06-10' };
const OPEN = { opensOn: '2026-06-01', closesOn: '2026-06-20' };
/** What schemas ask for beyond their shape, by method and path: of a body, or of a query. */
const FURTHER: Readonly<Record<string, object>> = {
	'POST /api/entries/standard': { field: 'F19' },
	'PUT /api/entries/standard/:id': { field: 'F19' },
	'POST /api/offices/:officeId/entries': { field: 'F19' },
	'PUT /api/entries/:id': { field: 'F19' },
	'PUT /api/documents/:documentId/entry': { byRule: true },
	'POST /api/applications/:id/addNote': { text: '办理记录' },
	'POST /api/evaluation/rounds': SPAN,
	'PUT /api/evaluation/rounds/:id': SPAN,
	'POST /api/surveys': OPEN,
	'PUT /api/surveys/:id': OPEN,
	'POST /api/surveys/:id/measures': { doneOn: '2026-06-01' },
	'POST /api/accountability': { decidedOn: '2026-06-01' },
	'GET /api/dispatch-documents/handbook': { ids: '1' },
	'GET /api/participation/figures': SPAN,
};
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** A body the route's schema takes. @throws Error where the schema asks for more than its shape tells */
export function bodyOf(route: Route, given: Given): object {
	if (!route.body) return {};
	const body = { ...(exampleOf(route.body, given) as object), ...FURTHER[nameOf(route)] };
	const parsed = route.body.safeParse(route.upload ? texts(body) : body);
	if (!parsed.success)
		throw new Error(`${route.method} ${route.path}: ${parsed.error.message} ${JSON.stringify(body)}`);
	return body;
}

function texts(values: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
	);
}

/** Calls a route with a body or query that passes its schema, `given` where it has these names. */
export async function call(browser: Browser, route: Route, url: string, given: Given = {}) {
	const asked = route.query ? { ...(exampleOf(route.query, given) as object), ...FURTHER[nameOf(route)] } : {};
	const query = route.query ? `?${new URLSearchParams(texts(asked))}` : '';
	if (route.method === 'GET') return await browser.get(`${url}${query}`);
	if (route.method === 'DELETE') return await browser.del(`${url}${query}`);
	return await send(browser, route, url, bodyOf(route, given));
}

/** Sends a body as it is. */
export async function send(browser: Browser, route: Route, url: string, body: object) {
	if (route.upload) return await browser.upload(url, [{ name: '说明.txt', content: '说明' }], texts(body));
	if (route.method === 'DELETE') return await browser.del(url, body);
	return route.method === 'PUT' ? await browser.put(url, body) : await browser.post(url, body);
}
