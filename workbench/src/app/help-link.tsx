import { QuestionCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useSession } from './session-context.tsx';

/** From a screen to what the county's knowledge base says about its work; nothing for those who may not read that. */
export function HelpLink({
	category,
}: {
	category: 'application' | 'publishing' | 'review' | 'report' | 'supervision';
}) {
	const { can } = useSession();
	if (!can('training.read')) return null;
	return (
		<Link to={`/knowledge?category=${category}`}>
			<QuestionCircleOutlined aria-hidden /> 怎么办理
		</Link>
	);
}
