import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useSession } from '../../../app/session-context.tsx';
import { Loaded, PageHeader, StatusTag } from '../../../ui/index.ts';
import { type DocumentDetail, documentKey, type Options, readDocument, useOptions } from '../api.ts';
import '../publishing.css';
import { CoordinationPanel } from '../coordination/coordination-panel.tsx';
import { STATE_LOOK, stateLabel, VALIDITY_LOOK } from '../states.ts';
import { AssessmentPanel } from './assessment-panel.tsx';
import { EntryBox } from './entry-box.tsx';
import { Facts } from './facts.tsx';
import { Files } from './files.tsx';
import { Moves } from './moves.tsx';
import { Notes } from './notes.tsx';
import { Preview } from './preview.tsx';
import { Records } from './records.tsx';

/** One document: as the portal shows it, its record, who did what, and what may be done now. */
export function DocumentPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: documentKey(id), queryFn: () => readDocument(id) });
	const options = useOptions();
	return (
		<Loaded query={options}>
			{(lists) => <Loaded query={query}>{(document) => <View document={document} options={lists} />}</Loaded>}
		</Loaded>
	);
}

function View({ document, options }: { document: DocumentDetail; options: Options }) {
	return (
		<>
			<Header document={document} />
			<Notes document={document} />
			<div className="pub-moves">
				<Moves document={document} options={options} />
			</div>
			<div className="pub-page">
				<section className="gk-panel pub-sheet" aria-label="正文预览">
					<Preview document={document} />
				</section>
				<div>
					<Facts document={document} options={options} />
					<CoordinationPanel document={document} />
					<AssessmentPanel document={document} />
					<EntryBox document={document} />
					<Files document={document} />
					<Records document={document} options={options} />
				</div>
			</div>
		</>
	);
}

function Header({ document }: { document: DocumentDetail }) {
	const { id, content, state, edition, live, validity, office, columnName, mayEdit } = document;
	const { session, can } = useSession();
	const elsewhere = office.id === session.office?.id ? null : office.name;
	return (
		<PageHeader
			title={content.title || '（未填写标题）'}
			subtitle={[elsewhere, columnName, document.indexNumber].filter(Boolean).join(' · ')}
			tags={
				<>
					<StatusTag state={state} look={STATE_LOOK} {...stateLabel(state, content.attribute)} />
					{edition > 1 ? <Tag>第{edition}版</Tag> : null}
					{validity === 'valid' ? null : <StatusTag state={validity} look={VALIDITY_LOOK} />}
				</>
			}
			back={{ to: '/documents', label: '信息发布' }}
			extra={
				<>
					{mayEdit ? (
						<Link to={`/documents/${id}/edit`}>
							<Button icon={<EditOutlined aria-hidden />} tabIndex={-1}>
								继续编写
							</Button>
						</Link>
					) : null}
					{live && can('channel.read') ? (
						<Link to={`/documents/${id}/channels`}>
							<Button tabIndex={-1}>推送到其他渠道</Button>
						</Link>
					) : null}
					{live ? (
						<Button href={`/d/${id}`} target="_blank" rel="noreferrer">
							在网站查看
						</Button>
					) : null}
				</>
			}
		/>
	);
}
