import { useSession } from '../app/session-context.tsx';
import { useListParams } from '../ui/index.ts';
import { OfficeSelect, useOffices } from './offices.tsx';

/** The office a screen is about: the one in the address for those who see several, else one's own. */
export function useOfficeChoice() {
	const { session } = useSession();
	const { data: offices = [] } = useOffices();
	const list = useListParams({ office: '' });
	const own = session.office?.id ?? 0;
	const asked = Number(list.filters.office);
	const several = offices.length > 1;
	const officeId = several && Number.isSafeInteger(asked) && asked > 0 ? asked : own;
	const office = offices.find(({ id }) => id === officeId);
	return {
		officeId,
		office,
		several,
		choose: (id: number | null) => list.setFilters({ office: id === null || id === own ? '' : String(id) }),
	};
}

export type OfficeChoice = ReturnType<typeof useOfficeChoice>;

/** Chooses the office, for those who see several. */
export function OfficeBar({ choice }: { choice: OfficeChoice }) {
	if (!choice.several) return null;
	return (
		<div className="gk-office-choice">
			<OfficeSelect value={choice.officeId} onChange={choice.choose} />
		</div>
	);
}
