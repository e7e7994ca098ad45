import { z } from 'zod';

/** The archive's own format; a program refuses one it does not know. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
// Names become part of SQL and of paths: nothing but what our own migrations use.
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

const keyName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/);

export const manifestSchema = z.object({
	format: z.literal(FORMAT),
	program: z.string(),
	createdAt: z.string(),
	/** Version of the PostgreSQL it was taken from, for people; the format does not depend on it. */
	postgres: z.string(),
	county: z.string(),
	migrations: z.array(z.object({ name: z.string(), hash: sha256 })).min(1),
	tables: z.array(
		z.object({
			name: identifier,
			columns: z.array(identifier).min(1),
			rows: z.int().min(0),
			bytes: z.int().min(0),
			/** Of the table's COPY text, all parts together. */
			sha256,
		}),
	),
	sequences: z.array(z.object({ name: identifier, last: z.int(), called: z.boolean() })),
	files: z.array(z.object({ sha256, size: z.int().min(0) })),
	/** Key files of the data folder; empty when they are kept apart. */
	keys: z.array(z.object({ name: keyName, sha256 })),
	/** Files the database names whose bytes were gone or changed on disk when the backup was made. */
	lost: z.array(sha256),
});

/** What an archive holds, written as its last entry: an archive without it was cut off. */
export type Manifest = z.output<typeof manifestSchema>;

export type Entry =
	| { kind: 'table'; table: string; part: number }
	| { kind: 'file'; sha256: string }
	| { kind: 'key'; name: string }
	| { kind: 'manifest' };

/** What an entry's name says; null for a name we never write. */
export function entryOf(name: string): Entry | null {
	if (name === MANIFEST) return { kind: 'manifest' };
	const [, table, part] = /^tables\/([a-z_][a-z0-9_]{0,62})\/(\d{6})$/.exec(name) ?? [];
	if (table && part) return { kind: 'table', table, part: Number(part) };
	const [, file] = /^files\/([0-9a-f]{64})$/.exec(name) ?? [];
	if (file) return { kind: 'file', sha256: file };
	const [, key] = /^keys\/([a-z0-9][a-z0-9._-]{0,99})$/.exec(name) ?? [];
	return key ? { kind: 'key', name: key } : null;
}

export function tableEntry(table: string, part: number): string {
	return `tables/${table}/${String(part).padStart(6, '0')}`;
}

export function fileEntry(sha256: string): string {
	return `files/${sha256}`;
}

export function keyEntry(name: string): string {
	return `keys/${name}`;
}
