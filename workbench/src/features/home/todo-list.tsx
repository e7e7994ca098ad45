import { Link } from 'react-router';
import { byDue } from '../../app/agenda.ts';
import type { Todo } from '../../app/feature.ts';
import { DueBadge } from '../../ui/index.ts';

/** Things that wait, earliest limit first, each a link to where it is done. */
export function TodoList({ todos, withDay = false }: { todos: readonly Todo[]; withDay?: boolean }) {
	return (
		<ul className="gk-todos">
			{byDue(todos).map((todo) => (
				<li key={`${todo.path} ${todo.key}`}>
					<div>
						<Link to={todo.path}>{todo.title}</Link>
						<div className="gk-hint">{todo.action}</div>
					</div>
					<DueBadge due={todo.due} daysLeft={todo.daysLeft} unit={todo.unit} mark={todo.mark} withDay={withDay} />
				</li>
			))}
		</ul>
	);
}
