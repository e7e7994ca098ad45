import type pg from 'pg';

/** The table that says which migrations ran; it is made anew by running them. */
const MIGRATION = 'migration';

export interface TableShape {
	name: string;
	/** Without generated columns, which the database fills itself. */
	columns: string[];
}

/** Our tables with their columns, by name. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
	const { rows } = await client.query<TableShape>(
		`select class.relname::text as name, array_agg(attribute.attname::text order by attribute.attnum) as columns
		from pg_class as class
		join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
		where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and class.relname <> $1 and attribute.attgenerated = ''
		group by class.relname order by class.relname`,
		[MIGRATION],
	);
	return rows;
}

export interface ForeignKey {
	table: string;
	name: string;
	definition: string;
}

export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
	const { rows } = await client.query<ForeignKey>(
		`select conrelid::regclass::text as "table", conname::text as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
	);
	return rows;
}

export interface SequenceState {
	name: string;
	last: number;
	called: boolean;
}

export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
	const names = await client.query<{ name: string }>(
		`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
	);
	const states: SequenceState[] = [];
	for (const { name } of names.rows) {
		const { rows } = await client.query<{ last: string; called: boolean }>(
			`select last_value as last, is_called as called from ${quote(name)}`,
		);
		states.push({ name, last: Number(rows[0]?.last ?? 1), called: rows[0]?.called ?? false });
	}
	return states;
}

export async function readMigrationRows(client: pg.ClientBase): Promise<{ name: string; hash: string }[]> {
	const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name');
	return rows;
}

/** Drops everything in the schema, append-only tables included. For use inside a transaction that puts something in its place. */
export async function emptySchema(client: pg.ClientBase): Promise<void> {
	const { rows } = await client.query<{ statement: string }>(
		`select format('drop %s if exists %s cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, oid::regclass) as statement
			from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
		union all select format('drop sequence if exists %s cascade', oid::regclass)
			from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
		union all select format('drop routine if exists %s cascade', oid::regprocedure)
			from pg_proc where pronamespace = 'public'::regnamespace
				and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e')
		union all select format('drop type if exists %s cascade', oid::regtype)
			from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`,
	);
	for (const { statement } of rows) await client.query(statement);
}

export function quote(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}

/** Session settings under which COPY text means the same everywhere. */
export async function plainText(client: pg.ClientBase): Promise<void> {
	await client.query("set local datestyle = 'ISO, YMD'");
	await client.query("set local intervalstyle = 'postgres'");
	await client.query("set local timezone = 'UTC'");
	await client.query('set local extra_float_digits = 3');
	await client.query("set local client_encoding = 'UTF8'");
	await client.query('set local statement_timeout = 0');
	await client.query('set local idle_in_transaction_session_timeout = 0');
}
