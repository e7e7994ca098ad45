import { createHash } from 'node:crypto';
import { ensureColumns } from '../../server/modules/catalog/index.ts';
import { createOffice, listOffices } from '../../server/modules/offices/index.ts';
import { reader, transact } from '../../server/platform/transaction.ts';
import { below, pick, seeded } from '../fuzz/random.ts';
import type { BenchCounty } from './county.ts';

const BATCH = 1_000;
const YEAR_DAYS = 365;
/** Ten years of documents. */
const OLDEST_DAYS = 10 * YEAR_DAYS;
/** One document in so many has a fault in its words. */
const FAULTY = 100;

const SENTENCES = [
	'为做好今年的防汛抗旱工作，镇党委、镇政府召开专题会议，对全镇水库、山塘、河道逐一排查。',
	'各村（社区）应当落实专人值守，发现险情第一时间上报，不得迟报、漏报、瞒报。',
	'项目总投资1260万元，建设内容包括道路硬化8.6公里、排水沟12公里、路灯180盏。',
	'经第三方评估机构评审，公示期7天，公示期内未收到异议，现予公布。',
	'根据《中华人民共和国政府信息公开条例》第二十条的规定，主动公开下列信息。',
	'申请人可以在工作日上午9时至12时到便民服务中心综合窗口办理，也可以在网上提交。',
	'截至6月底，全镇累计发放耕地地力保护补贴512.37万元，惠及农户6843户。',
	'镇人民政府将每季度通报一次进展情况，并接受社会监督。',
];
const FAULTS = [
	'张明，身份证号110101199003074477，领取补助600元。',
	'请各单位布署落实，并按照《中华人民共和国合同法》执行。',
	'会议定于2026年2月30日召开。',
	'<a href="http://192.168.1.20/oa/1.html">内网通知</a>',
	'<a href="/d/999999999">相关文件</a>',
];

/**
 * Puts offices and documents in place as an import would leave them, written straight into the tables: what is measured is
 * what reads them. Called again, it adds documents to what is there.
 */
export async function fillOffices(
	{ services, pool }: BenchCounty,
	{ offices, documents }: { offices: number; documents: number },
): Promise<void> {
	const context = {
		...{ sql: services.database.sql, clock: services.clock, actor: { kind: 'system' as const, name: '测量' } },
		...{ auditEvent: 'bench', listeners: services.listeners, dropPages: () => {} },
	};
	const known = await listOffices(reader(context));
	const parentId = known.find(({ kind }) => kind === 'county')?.id ?? null;
	for (let n = known.length; n < offices; n++) await transact(context, (tx) => makeOffice(tx, n, parentId));
	const { rows: columns } = await pool.query<{ id: number; office: number; slug: string }>(
		`select id::int, office_id::int as office, slug from catalog_column where kind = 'usual' order by id`,
	);
	const { rows: last } = await pool.query<{ n: number }>('select count(*)::int as n from document');
	const from = last[0]?.n ?? 0;
	const random = seeded(from + 1);
	for (let at = from; at < from + documents; at += BATCH) {
		const rows = Array.from({ length: Math.min(BATCH, from + documents - at) }, (_, i) =>
			documentRow(at + i, pick(random, columns), random),
		);
		await pool.query(INSERT, [JSON.stringify(rows)]);
	}
	await pool.query('analyze');
}

async function makeOffice(tx: Parameters<typeof createOffice>[0], n: number, parentId: number | null): Promise<void> {
	const id = await createOffice(tx, {
		...{ slug: `office${n}`, name: `青河县第${n}机关`, shortName: `第${n}机关`, kind: 'department', parentId },
		...{ code: `99990123B${String(n).padStart(8, '0')}X`, areaCode: '990123', postcode: '999100' },
		...{ address: '中街1号', phone: '0999-8100001', fax: '0999-8100002', email: 'a@b.example' },
		...{ officeHours: '工作日', contactOffice: '办公室', reviewBody: '青河县人民政府', court: '青河县人民法院' },
	});
	await ensureColumns(tx, id);
}

function documentRow(n: number, column: { id: number; office: number; slug: string }, random: () => number) {
	const paragraphs = Array.from({ length: 12 + below(random, 16) }, () => `<p>${pick(random, SENTENCES)}</p>`);
	if (n % FAULTY === 0) paragraphs.push(`<p>${pick(random, FAULTS)}</p>`);
	const day = new Date(Date.now() - below(random, OLDEST_DAYS) * 86_400_000).toISOString();
	const title = `关于第${n}号事项的通知`;
	const content = {
		...{ type: 'notice', columnId: column.id, title, documentNumber: '', issuer: '本机关', formedOn: day.slice(0, 10) },
		...{ changedOn: null, expiresOn: null, theme: '综合政务', genre: '通知', attribute: 'active', ground: '' },
		...{ groundNote: '', summary: '事项的办理情况。', keywords: [], responsibleUnit: '办公室', code: '' },
		...{ body: paragraphs.join(''), attachments: [], lateReason: '', changeNote: '', interprets: null },
	};
	return {
		...{ office: column.office, column: column.id, slug: column.slug, title, day },
		...{ source: `import:bench:${n}`, index: `990123/${n}`, content, hash: hashOf(title) },
	};
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Documents, their snapshots, drafts and public rows, in one statement a batch. */
const INSERT = `
	with given as (
		select * from json_to_recordset($1::json) as g(office bigint, "column" bigint, slug text, title text, day timestamptz,
			source text, index text, content jsonb, hash text)
	), made as (
		insert into document (office_id, state, index_number, first_published_at, source, created_at)
		select office, 'published', index, day, source, day from given returning id, source
	), revised as (
		insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
		select m.id, 1, 1, g.content, g.title, g.hash, g.day from made m join given g using (source) returning id, document_id
	), drafted as (
		insert into document_draft (document_id, title, type, column_id, formed_on, content, saved_at)
		select m.id, g.title, 'notice', g."column", g.day::date, g.content - 'body', g.day from made m join given g using (source)
	)
	insert into publication (document_id, revision_id, edition, office_id, column_id, column_slug, type, code, title,
		document_number, index_number, summary, formed_on, published_at, edition_at)
	select m.id, r.id, 1, g.office, g."column", g.slug, 'notice', '', g.title, '', g.index, '事项', g.day::date, g.day, g.day
	from made m join given g using (source) join revised r on r.document_id = m.id
`;
