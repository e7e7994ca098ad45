import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded, PageHeader } from '../../../ui/index.ts';
import { type DocumentDetail, documentKey, type Options, readDocument, useOptions } from '../api.ts';
import '../publishing.css';
import { Editor } from './editor.tsx';

/** Where a draft is written. */
export function EditPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: documentKey(id), queryFn: () => readDocument(id), refetchOnMount: 'always' });
	const options = useOptions();
	// Writing begins from what the server has now: an older copy would be refused with the first save.
	if (!query.isFetchedAfterMount) return <Skeleton active paragraph={{ rows: 10 }} />;
	return (
		<Loaded query={options}>
			{(lists) => (
				<Loaded query={query}>{(document) => <Opened key={document.id} document={document} options={lists} />}</Loaded>
			)}
		</Loaded>
	);
}

/** Once open the editor stays: what is being typed must not vanish because somebody else handed the draft on. */
function Opened(props: { document: DocumentDetail; options: Options }) {
	const [editable] = useState(props.document.mayEdit);
	return editable ? <Editor {...props} /> : <NotEditable document={props.document} />;
}

function NotEditable({ document: { id, content, state } }: { document: DocumentDetail }) {
	return (
		<>
			<PageHeader title={content.title || '编写'} back={{ to: `/documents/${id}`, label: '返回查看' }} />
			<Alert
				type="info"
				showIcon
				title={state === 'draft' ? '本稿由本机关拟稿人员编写，您可以查看。' : '只有拟稿状态可以修改。'}
				description={<Link to={`/documents/${id}`}>查看本稿及可办理的操作</Link>}
			/>
		</>
	);
}
