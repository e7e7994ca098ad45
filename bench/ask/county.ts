import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobHandlers } from '../../server/compose.ts';
import { createOffice } from '../../server/modules/offices/index.ts';
import { importFrom } from '../../server/modules/publishing/index.ts';
import { transact } from '../../server/platform/transaction.ts';
import { startWorker } from '../../server/platform/worker.ts';
import { type BenchCounty, openCounty, SLUG } from '../support/county.ts';

const HERE = join(import.meta.dirname);

/** A document or an entry as its file has it: `@ key | office | title | day | repealed or expires day`. */
interface Part {
	key: string;
	office: string;
	title: string;
	day: string;
	ended: string;
	lines: string[];
}

export interface AskCounty extends BenchCounty {
	/** `document 12` or `entry 3` → key of the file. */
	keys: Map<string, string>;
}

/** 云岫县: an invented county's documents and entries, published by import and by the routes of 问答库. */
export async function openAskCounty(): Promise<AskCounty> {
	const county = await openCounty();
	try {
		return { ...county, keys: await fill(county) };
	} catch (thrown) {
		await county.close();
		throw thrown;
	}
}

async function fill(county: BenchCounty): Promise<Map<string, string>> {
	const documents = readdirSync(join(HERE, 'documents')).flatMap((name) => partsOf(join('documents', name)));
	const entries = partsOf('faq.md');
	await makeOffices(county, [...new Set([...documents, ...entries].map(({ office }) => office))]);
	await publishDocuments(county, documents);
	await settle(county);
	await publishEntries(county, entries);
	return await keysOf(county, [...documents, ...entries]);
}

function partsOf(name: string): Part[] {
	const text = readFileSync(join(HERE, name), 'utf8');
	return text
		.split(/^@ /m)
		.slice(1)
		.map((part) => {
			const [head = '', ...lines] = part.trim().split('\n');
			const [key = '', office = '', title = '', day = '', ended = ''] = head.split(' | ');
			return { key, office, title, day, ended, lines };
		});
}

async function makeOffices({ services, pool }: BenchCounty, names: readonly string[]): Promise<void> {
	const { database, clock, listeners } = services;
	const { rows } = await pool.query<{ id: number }>(`select id from office where kind = 'county'`);
	const parentId = rows[0]?.id ?? null;
	const actor = { kind: 'system' as const, name: '测量' };
	await transact({ sql: database.sql, clock, actor, auditEvent: 'bench', listeners }, async (tx) => {
		for (const [at, name] of names.entries()) {
			await createOffice(tx, {
				...{ areaCode: '990123', postcode: '999100', address: '东明路1号', phone: '0999-4210001', fax: '', email: '' },
				...{ officeHours: '工作日', contactOffice: '办公室', reviewBody: '云岫县人民政府', court: '云岫县人民法院' },
				...{ slug: `office${at}`, name, shortName: name, code: `99990123A0001${String(at).padStart(4, '0')}X` },
				...{ kind: 'department', parentId },
			});
		}
	});
}

function markupOf(lines: readonly string[]): string {
	const cells = (line: string) => line.split('|').slice(1, -1);
	return lines
		.map((line) => {
			if (line.startsWith('## ')) return `<h2>${line.slice(3)}</h2>`;
			if (line.startsWith('|'))
				return `<table><tr>${cells(line)
					.map((cell) => `<td>${cell.trim()}</td>`)
					.join('')}</tr></table>`;
			return `<p>${line}</p>`;
		})
		.join('');
}

async function publishDocuments({ services, dataDir }: BenchCounty, parts: readonly Part[]): Promise<void> {
	const path = join(dataDir, 'documents.jsonl');
	const records = parts.map(({ key, office, title, day, ended, lines }) => {
		const [how, on] = ended.split(' ');
		return {
			...{ id: key, office, title, date: day, publishedAt: `${day}T09:00:00+08:00`, column: '通知公告' },
			...(how === 'expires' ? { expiresOn: on } : {}),
			...(how === 'repealed' ? { status: '废止', statusOn: on } : {}),
			html: markupOf(lines),
		};
	});
	writeFileSync(path, records.map((record) => JSON.stringify(record)).join('\n'));
	const options = { path, name: 'bench', office: parts[0]?.office ?? '', column: '通知公告', createColumns: true };
	await importFrom(
		services,
		{ ...options, filesIn: null, dryRun: false },
		{
			tell: (line) => {
				if (line.became !== 'published') throw new Error(`not published: ${JSON.stringify(line)}`);
			},
		},
	);
}

async function publishEntries({ seat, pool }: BenchCounty, parts: readonly Part[]): Promise<void> {
	const [clerk] = await seat('clerk', 1);
	const [leader] = await seat('leader', 1);
	const { rows } = await pool.query<{ id: number }>('select id from office where slug = $1', [SLUG]);
	const officeId = rows[0]?.id;
	for (const { title, lines } of parts) {
		const wordings = lines.filter((line) => line.startsWith('? ')).map((line) => line.slice(2));
		const answer = lines.filter((line) => !line.startsWith('? ')).join('\n');
		const content = { question: title, answer, wordings };
		const made = await clerk?.('POST', '/api/faq', { officeId, content });
		const { id } = (made?.json() ?? {}) as { id?: number };
		const moved = await leader?.('POST', `/api/faq/${id}/moves/publish`, { revision: 1 });
		if (moved?.status !== 200) throw new Error(`not published: ${title}`);
	}
}

async function settle({ services }: BenchCounty): Promise<void> {
	const worker = startWorker(services.database.sql, jobHandlers(services), services.log);
	await worker.drain();
	await worker.stop();
}

async function keysOf({ pool }: BenchCounty, parts: readonly Part[]): Promise<Map<string, string>> {
	const { rows } = await pool.query<{ source: string; title: string }>(`
		select 'document ' || document_id as source, title from publication
		union all select 'entry ' || id, shown ->> 'question' from ask_entry where shown is not null
	`);
	const keyOf = new Map(parts.map(({ title, key }) => [title, key]));
	return new Map(rows.map(({ source, title }) => [source, keyOf.get(title) ?? '']));
}
