import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import type { Topic } from '../model.ts';

/** Columns somebody can follow, once a name. */
export async function topicColumns(reader: Reader): Promise<{ slug: string; name: string }[]> {
	const columns = new Map<string, string>();
	for (const { kind, slug, name, closed } of await allColumns(reader))
		if (!closed && (kind === 'usual' || kind === 'rules') && !columns.has(slug)) columns.set(slug, name);
	return [...columns].map(([slug, name]) => ({ slug, name }));
}

/** What a subscription is about, in words: 「柳溪镇 · 通知公告 · 防汛」. */
export async function topicName(reader: Reader, { officeId, columnSlug, words }: Topic): Promise<string> {
	const office = (await listOffices(reader, { merged: true })).find(({ id }) => id === officeId)?.shortName ?? '';
	const column = columnSlug
		? ((await topicColumns(reader)).find(({ slug }) => slug === columnSlug)?.name ?? columnSlug)
		: '';
	return [office, column, words].filter(Boolean).join(' · ') || '全部公开信息';
}
