import { createHash } from 'node:crypto';

/**
 * Rows made at random, and a count of its own over them: SQL written for tests alone, to hold compiled figures against. The
 * mapping of outcomes to rows is read from the law (outcomes, tables of the forms), not from the code it tests.
 */
export type Query = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export type CountedForm = '2019' | '2021';

const ROW_OF: Record<CountedForm, Record<string, string>> = { '2019': {}, '2021': {} };
const SHARED: [string, string[]][] = [
	['granted', ['O1', 'O2']],
	['partial', ['O3']],
	['deny.secret', ['O4']],
	['deny.law', ['O5']],
	['deny.safety', ['O6']],
	['deny.third', ['O7']],
	['deny.internal', ['O8']],
	['deny.process', ['O9']],
	['deny.case', ['O10']],
	['deny.query', ['O11']],
	['unable.none', ['O12', 'O13']],
	['unable.create', ['O14']],
	['unable.unclear', ['O15']],
	['reject.petition', ['O16']],
	['reject.repeat', ['O17']],
	['reject.publication', ['O18']],
	['reject.massive', ['O19']],
	['reject.confirm', ['O20']],
];
for (const form of ['2019', '2021'] as const) {
	for (const [row, outcomes] of SHARED) for (const outcome of outcomes) ROW_OF[form][outcome] = row;
}
Object.assign(ROW_OF['2019'], { O21: 'other', O22: 'other', O23: 'other' });
Object.assign(ROW_OF['2021'], { O21: 'other.correct', O22: 'other.fee', O23: 'other.misc' });

/** Lines of part 3 of 2014 whose mapping is known (law.md §2.2). */
const STAT_OF: Record<string, string> = {
	O1: 'stat.3.3.1',
	O2: 'stat.3.3.2',
	O3: 'stat.3.3.3',
	O4: 'stat.3.3.4.a',
	O5: 'stat.3.3.4.f',
	O6: 'stat.3.3.4.d',
	O12: 'stat.3.3.6',
	O13: 'stat.3.3.5',
};

export const KINDS = ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'];
const CHANNELS = ['portal', 'counter', 'oral', 'post', 'registeredPost', 'fax', 'email'];

/** Numbers that look random and are the same in every run. */
export function dice(seed: number) {
	let state = seed;
	return (below: number): number => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return Math.floor((state / 4_294_967_296) * below);
	};
}

type Dice = ReturnType<typeof dice>;

function dayFrom(roll: Dice, from: string, span: number): string {
	const day = new Date(`${from}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + roll(span));
	return day.toISOString().slice(0, 10);
}

/** Applications of seven years, some open, some left, a quarter of the answered ones taken to review or court. */
export async function makeApplications(
	query: Query,
	offices: readonly number[],
	count: number,
	roll: Dice,
): Promise<void> {
	for (let i = 0; i < count; i++) {
		const office = offices[roll(offices.length)];
		const received = dayFrom(roll, '2018-06-01', 2700);
		const concluded = roll(10) === 0 ? null : dayFrom(roll, received, 90);
		const outcome = concluded ? `O${roll(23) + 1}` : null;
		const state = roll(25) === 0 ? 'left' : concluded ? 'answered' : 'handling';
		const channel = CHANNELS[roll(CHANNELS.length)];
		const [row] = await query(
			`insert into application (office_id, state, channel, applicant_kind, title, form, delivery, submitted_on, received_on, outcome, concluded_on)
			values ($1, $2, $7, $3, '申请', 'paper', 'post', $4, $4, $5, $6) returning id`,
			[office, state, KINDS[roll(6)], received, outcome, concluded, channel],
		);
		if (roll(4) > 0 || !concluded) continue;
		const closed = roll(4) === 0 ? null : dayFrom(roll, concluded, 500);
		const result = closed && ['maintained', 'corrected', 'other'][roll(3)];
		await query(
			`insert into remedy_case (application_id, office_id, track, body, received_on, closed_on, result)
			values ($1, $2, $3, '青河县人民政府', $4, $5, $6)`,
			[row?.id, office, ['review', 'direct', 'afterReview'][roll(3)], concluded, closed, result],
		);
	}
}

/** Reviews and suits over no application: over documents and other matters, and second cases of third parties. */
export async function makeOtherRemedies(
	query: Query,
	offices: readonly number[],
	count: number,
	roll: Dice,
): Promise<void> {
	for (let i = 0; i < count; i++) {
		const office = offices[roll(offices.length)];
		const received = dayFrom(roll, '2018-06-01', 2700);
		const closed = roll(4) === 0 ? null : dayFrom(roll, received, 500);
		const about = roll(3);
		const [application] =
			about === 0 ? await query('select id from application where office_id = $1 limit 1', [office]) : [];
		const [document] =
			about === 1
				? await query(
						`insert into document (office_id, state, created_at) values ($1, 'published', now()) returning id`,
						[office],
					)
				: [];
		await query(
			`insert into remedy_case (application_id, document_id, subject, claimant, office_id, track, body, received_on, closed_on, result)
			values ($1, $2, $3, $4, $5, $6, '青河县人民法院', $7, $8, $9)`,
			[
				...[application?.id ?? null, document?.id ?? null, application ? '' : '公示内容'],
				...[roll(2) ? 'thirdParty' : 'other', office, ['review', 'direct', 'afterReview'][roll(3)]],
				...[received, closed, closed && ['maintained', 'corrected', 'other'][roll(3)]],
			],
		);
	}
}

/** Registers that one cell of table 2 counts. */
export const REGISTERS = {
	license: 't2.license.decisions',
	punish: 't2.punish.decisions',
	force: 't2.force.decisions',
};

/** Lines of registers with money in all its decimals; one in eight struck out. */
export async function makeRegisterLines(
	query: Query,
	offices: readonly number[],
	count: number,
	roll: Dice,
): Promise<void> {
	const kinds = [...Object.keys(REGISTERS), 'fee', 'otherService', 'procurement'];
	for (let i = 0; i < count; i++) {
		const kind = kinds[roll(kinds.length)];
		const quantity = kind === 'fee' ? `${roll(9)}.${String(roll(999_999) + 1).padStart(6, '0')}` : String(roll(20) + 1);
		const fields = kind === 'procurement' ? { yuan: `${roll(100_000)}.${roll(90) + 10}` } : {};
		const day = dayFrom(roll, '2019-01-01', 2500);
		const [row] = await query(
			`insert into register_entry (office_id, kind, day, quantity, fields, person_name, created_at)
			values ($1, $2, $3, $4, $5, '测试', now()) returning id`,
			[offices[roll(offices.length)], kind, day, quantity, JSON.stringify(fields)],
		);
		if (roll(8) === 0) await query(`insert into register_void values ($1, '重复', null, '测试', now())`, [row?.id]);
	}
}

/** Normative documents of one office over nine years; a third repealed or expired since. */
export async function makeNormativeDocuments(query: Query, office: number, count: number, roll: Dice): Promise<void> {
	const [column] = await query(
		`insert into catalog_column (office_id, slug, name, kind, type) values ($1, 'counted', '文件', 'usual', '政策文件') returning id`,
		[office],
	);
	for (let i = 0; i < count; i++) {
		const formed = dayFrom(roll, '2017-01-01', 3200);
		const [document] = await query(
			`insert into document (office_id, state, created_at) values ($1, 'published', now()) returning id`,
			[office],
		);
		const id = document?.id;
		const [revision] = await query(
			`insert into document_revision (document_id, edition, number, content, plain, hash, created_at)
			values ($1, 1, 1, '{}', '', $2, now()) returning id`,
			[id, createHash('sha256').update(String(id)).digest('hex')],
		);
		await query(
			`insert into publication (document_id, revision_id, edition, office_id, column_id, column_slug, type, code, title, document_number, index_number, summary, formed_on, published_at, edition_at)
			values ($1, $2, 1, $3, $4, 'counted', 'normative', '', '办法', '', $5, '', $6, $6::date + 3, $6::date + 3)`,
			[id, revision?.id, office, column?.id, `i${id}`, formed],
		);
		if (roll(3) > 0) continue;
		await query(
			`insert into document_validity (document_id, validity, on_day, basis, at) values ($1, $2, $3, '清理', now())`,
			[id, roll(2) ? 'repealed' : 'expired', dayFrom(roll, formed, 900)],
		);
	}
}

/** Table 3 by SQL alone: union of its rows, grouped by kind. */
export async function table3(
	query: Query,
	office: number,
	year: number,
	form: CountedForm,
): Promise<Map<string, number>> {
	const rows = await query(
		`with a as (select * from application where office_id = $1 and state <> 'left'),
		map (outcome, row) as (select key, value from jsonb_each_text($4::jsonb)),
		cells as (
			select 'new' as row, applicant_kind, id from a where received_on between $2 and $3
			union all select 'carried_in', applicant_kind, id from a where received_on < $2 and (concluded_on is null or concluded_on >= $2)
			union all select map.row, applicant_kind, id from a join map using (outcome) where concluded_on between $2 and $3
			union all select 'carried_out', applicant_kind, id from a where received_on <= $3 and (concluded_on is null or concluded_on > $3)
		)
		select row, applicant_kind as kind, count(*)::int as n from cells group by row, applicant_kind`,
		[office, `${year}-01-01`, `${year}-12-31`, JSON.stringify(ROW_OF[form])],
	);
	return new Map(rows.map(({ row, kind, n }) => [`t3.${row}.${kind}`, Number(n)]));
}

export async function table4(query: Query, office: number, year: number): Promise<Map<string, number>> {
	const rows = await query(
		`select track, case when closed_on is null or closed_on > $3 then 'pending' else result end as place, count(*)::int as n
		from remedy_case where office_id = $1 and received_on <= $3 and (closed_on is null or closed_on >= $2) group by 1, 2`,
		[office, `${year}-01-01`, `${year}-12-31`],
	);
	return new Map(rows.map(({ track, place, n }) => [`t4.${track}.${place}`, Number(n)]));
}

/** Part 3 of the 2014 statistics by SQL alone, as far as its mapping is known. */
export async function stat3(query: Query, office: number, year: number): Promise<Map<string, number>> {
	const rows = await query(
		`with a as (select * from application where office_id = $1 and state <> 'left'),
		map (outcome, line) as (select key, value from jsonb_each_text($4::jsonb))
		select case channel when 'counter' then 'stat.3.1.1' when 'fax' then 'stat.3.1.2' when 'portal' then 'stat.3.1.3'
			when 'email' then 'stat.3.1.3' when 'post' then 'stat.3.1.4' when 'registeredPost' then 'stat.3.1.4'
			else 'stat.3.1.5' end as line, count(*)::int as n from a where received_on between $2 and $3 group by 1
		union all select line, count(*)::int from a join map using (outcome) where concluded_on between $2 and $3 group by 1`,
		[office, `${year}-01-01`, `${year}-12-31`, JSON.stringify(STAT_OF)],
	);
	return new Map(rows.map(({ line, n }) => [String(line), Number(n)]));
}

/** Sums of the registers of a year by kind; null where nothing stands. */
export async function registerSums(query: Query, office: number, year: number) {
	const rows = await query(
		`select kind, sum(quantity)::float8 as n, sum((fields->>'yuan')::numeric)::float8 as yuan
		from register_entry e where office_id = $1 and extract(year from day) = $2
		and not exists (select 1 from register_void v where v.entry_id = e.id) group by kind`,
		[office, year],
	);
	return (kind: string) => {
		const row = rows.find((one) => one.kind === kind);
		return { n: numberOf(row?.n), yuan: numberOf(row?.yuan) };
	};
}

function numberOf(value: unknown): number | null {
	return value === null || value === undefined ? null : Number(value);
}

/** Normative documents made in a year, and in force on its last day. */
export async function normative(query: Query, office: number, year: number): Promise<{ made: number; valid: number }> {
	const [row] = await query(
		`select count(*) filter (where extract(year from formed_on) = $2)::int as made,
		count(*) filter (where formed_on <= $3 and not exists (
			select 1 from document_validity v where v.document_id = p.document_id and v.on_day <= $3
		))::int as valid from publication p where office_id = $1`,
		[office, year, `${year}-12-31`],
	);
	return { made: Number(row?.made), valid: Number(row?.valid) };
}
