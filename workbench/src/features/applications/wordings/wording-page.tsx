import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Loaded, PageHeader } from '../../../ui/index.ts';
import { KEY, readWording } from './api.ts';
import { Editions } from './editions.tsx';
import { WordingForm } from './wording-form.tsx';
import '../applications.css';

export function WordingPage() {
	const { name = '' } = useParams();
	const query = useQuery({ queryKey: [...KEY, name], queryFn: () => readWording(name) });
	return (
		<Loaded query={query}>
			{(view) => (
				<>
					<PageHeader
						title={`文书格式：${view.title}${view.outcome ? `（${view.outcome}）` : ''}`}
						subtitle={view.edition === 0 ? '目前使用标准格式。' : `目前为第${view.edition}版。`}
						back={{ to: '/letter-wordings', label: '全部文书' }}
					/>
					<WordingForm key={view.edition} view={view} />
					<Editions view={view} />
				</>
			)}
		</Loaded>
	);
}
