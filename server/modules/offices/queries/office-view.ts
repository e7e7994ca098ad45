import { can } from '../../../kernel/actor.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { ENTRIES } from '../messages.zh.ts';
import { OFFICE_KINDS } from '../model.ts';
import { isVisible, visibleOffices } from '../policy.ts';
import { missingFields } from '../rules/office.ts';
import { selectOfficeNames, selectOffices } from '../store/offices.ts';
import { officeWorkflow } from '../workflow.ts';
import { listOffices } from './offices.ts';
import { membersOf } from './people.ts';

/** The offices this reader may see in full, merged ones last. */
export async function visibleOfficeRows(reader: Reader) {
	const offices = await listOffices(reader, { merged: true });
	const visible = visibleOffices(reader.actor, offices);
	const rows = offices.filter(({ id }) => isVisible(visible, id));
	return rows.sort((a, b) => Number(a.status === 'merged') - Number(b.status === 'merged'));
}

/** One office with its names over time, its people and what may be done; null for an office outside the reader's scope. */
export async function officeView(reader: Reader, id: number) {
	const offices = await selectOffices(reader);
	const office = offices.find((one) => one.id === id);
	if (!office || !isVisible(visibleOffices(reader.actor, offices), id)) return null;
	const successor = offices.find((one) => one.id === office.mergedInto);
	const entries = await readTimeline(reader, 'office', id);
	const facts = { kind: office.kind };
	return {
		...office,
		kindLabel: OFFICE_KINDS[office.kind],
		successor: successor ? { id: successor.id, name: successor.name } : null,
		names: await selectOfficeNames(reader, id),
		members: await membersOf(reader, id),
		missing: missingFields(office),
		timeline: entries.map(({ at, actorName, entry, data }) => ({
			at: at.toISOString(),
			actorName,
			text: ENTRIES[entry]?.(data) ?? '',
		})),
		moves: movesFrom(officeWorkflow, office.status, facts, (permission) => can(reader.actor, permission)),
	};
}
