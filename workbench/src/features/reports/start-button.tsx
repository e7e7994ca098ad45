import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useCommand } from '../../ui/index.ts';
import { startReport } from './api.ts';

/** Begins one's own office's report of a year and opens it. */
export function StartButton({ year }: { year: number }) {
	const navigate = useNavigate();
	const { run, busy } = useCommand(() => startReport(year), {
		refresh: [['reports']],
		onDone: ({ id }) => void navigate(`/reports/${id}`),
	});
	return (
		<Button type="primary" loading={busy} onClick={() => void run()}>
			开始编制
		</Button>
	);
}
