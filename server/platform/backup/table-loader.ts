import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { quote } from './catalog.ts';
import type { Manifest } from './manifest.ts';
import { WORTH_TELLING } from './write.ts';

/** Feeds the parts of each table into one COPY and holds the number of rows against the manifest. */
export class TableLoader {
	readonly #client: pg.ClientBase;
	readonly #shapes: ReadonlyMap<string, Manifest['tables'][number]>;
	readonly #progress: (text: string) => void;
	#open: { name: string; into: CopyStreamQuery } | null = null;

	constructor(client: pg.ClientBase, manifest: Manifest, progress: (text: string) => void) {
		this.#client = client;
		this.#shapes = new Map(manifest.tables.map((table) => [table.name, table]));
		this.#progress = progress;
	}

	/** Loads one part; part 0 begins a table and ends the one before it. */
	async load(name: string, part: number, content: AsyncIterable<Buffer>): Promise<void> {
		if (part === 0) {
			await this.close();
			this.#open = { name, into: this.#begin(name) };
		}
		const into = this.#open?.into;
		for await (const chunk of content) if (into && !into.write(chunk)) await once(into, 'drain');
	}

	#begin(name: string): CopyStreamQuery {
		const columns = (this.#shapes.get(name)?.columns ?? []).map(quote).join(', ');
		const into = this.#client.query(copyFrom(`copy ${quote(name)} (${columns}) from stdin`));
		// Waited for in `close`; until then an error must not be nobody's.
		into.on('error', () => {});
		return into;
	}

	/** Ends the table in hand. @throws Error when the database took another number of rows than the archive holds */
	async close(): Promise<void> {
		if (!this.#open) return;
		const { name, into } = this.#open;
		this.#open = null;
		into.end();
		await finished(into);
		const rows = this.#shapes.get(name)?.rows ?? 0;
		if (into.rowCount !== rows) throw new Error(`表 ${name} 恢复了 ${into.rowCount} 行，备份中有 ${rows} 行`);
		if (rows >= WORTH_TELLING) this.#progress(`已恢复 ${name}，${rows} 行`);
	}

	/** Lets go of a COPY that will not be finished, so that the connection can be ended. */
	abort(): void {
		this.#open?.into.destroy();
		this.#open = null;
	}
}
