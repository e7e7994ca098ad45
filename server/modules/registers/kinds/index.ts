import type { RegisterGroup, RegisterKind } from '../model.ts';
import { administration } from './administration.ts';
import { channels, response } from './publicity.ts';
import { organisation, supervision } from './supervision.ts';

/** Every register an office keeps, by group. A new one needs a line here and nothing else. */
export const REGISTER_GROUPS: readonly RegisterGroup[] = [
	administration,
	channels,
	response,
	organisation,
	supervision,
];

export const REGISTER_KINDS: readonly RegisterKind[] = REGISTER_GROUPS.flatMap((group) => group.kinds);

const byKey = new Map(REGISTER_KINDS.map((kind) => [kind.key, kind]));
const byLabel = new Map(REGISTER_KINDS.map((kind) => [kind.label, kind]));

export function registerKind(key: string): RegisterKind | undefined {
	return byKey.get(key);
}

/** The register with this printed name, for sheets that several registers share. */
export function registerKindByLabel(label: string): RegisterKind | undefined {
	return byLabel.get(label.trim());
}
