import type { Tx } from '../../../platform/transaction.ts';
import { refuse } from '../rules/say.ts';
import { type CountySettings, SETTINGS, type SettingKey } from '../schemas/settings.ts';
import { lockSetting, putSetting } from '../store/settings.ts';

/**
 * Stores one setting. What a key holds beside the fields of its schema stays (the demo's banner in `site`). `since`: when the
 * value on the screen was stored; two people at once are told. @throws AppError `conflict`
 */
export async function changeSetting<K extends SettingKey>(
	tx: Tx,
	key: K,
	value: CountySettings[K],
	since: string | null,
): Promise<void> {
	const stored = await lockSetting(tx, key);
	if ((stored?.changedAt.toISOString() ?? null) !== since) throw refuse('conflict', 'revision');
	const before = (stored?.value ?? {}) as Record<string, unknown>;
	await putSetting(tx, key, { ...before, ...value });
	tx.about({ type: 'setting', summary: `修改设置：${SETTINGS[key].label}`, data: { key, before, after: value } });
	// Names and limits stand on public pages of every module.
	tx.invalidate('site');
}
