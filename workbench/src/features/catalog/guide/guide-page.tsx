import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Loaded, PageHeader } from '../../../ui/index.ts';
import { guideKey, readGuide } from '../api.ts';
import '../catalog.css';
import { OfficeBar, type OfficeChoice, useOfficeChoice } from '../../../parts/office-choice.tsx';
import { standing } from './guide-draft.ts';
import { GuideEditor } from './guide-editor.tsx';
import { GuideText } from './guide-text.tsx';

/** 公开指南 (条例第十二条) of an office: read by everybody of it, written and published by those who may. */
export function GuidePage() {
	const choice = useOfficeChoice();
	return <GuideOf key={choice.officeId} choice={choice} />;
}

function GuideOf({ choice }: { choice: OfficeChoice }) {
	const { officeId } = choice;
	const query = useQuery({
		queryKey: guideKey(officeId),
		queryFn: () => readGuide(officeId),
		refetchOnMount: 'always',
	});
	const guide = query.data;
	const open = guide?.published ? (
		<Button href={`/o/${guide.office.slug}/guide`} target="_blank" rel="noreferrer">
			在网站查看
		</Button>
	) : null;
	return (
		<>
			<PageHeader
				title="公开指南"
				subtitle={guide ? `${guide.office.name}，${standing(guide)}` : undefined}
				extra={open}
			/>
			<OfficeBar choice={choice} />
			{query.isFetchedAfterMount ? (
				<Loaded query={query}>
					{(read) => (read.mayEdit ? <GuideEditor guide={read} /> : <GuideText guide={read} />)}
				</Loaded>
			) : (
				<Skeleton active paragraph={{ rows: 10 }} />
			)}
		</>
	);
}
