import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Loaded, PageHeader } from '../../ui/index.ts';
import { changeOffice, readOffice } from './api.ts';
import { OfficeForm } from './office-form.tsx';

/** Correcting what is known of an office. A new name from a day on is a rename, which keeps the old one. */
export function EditPage() {
	const id = Number(useParams().id);
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const query = useQuery({ queryKey: ['offices', id], queryFn: () => readOffice(id) });
	return (
		<Loaded query={query}>
			{(office) => (
				<>
					<PageHeader
						title={`修改：${office.name}`}
						subtitle="在这里改名称只用于更正错字；机关更名请使用「更名」，原名称会保留在历史中。"
						back={{ to: `/offices/${id}`, label: office.shortName }}
					/>
					<OfficeForm
						key={office.revision}
						id={id}
						initial={office}
						submitLabel="保存"
						backTo={`/offices/${id}`}
						onSend={async (values) => {
							await changeOffice(id, { ...values, revision: office.revision });
							await queries.invalidateQueries({ queryKey: ['offices'] });
							message.success('已保存。');
							await navigate(`/offices/${id}`);
						}}
					/>
				</>
			)}
		</Loaded>
	);
}
