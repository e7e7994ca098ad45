import { Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type Column, DataTable, SidePanel, useCommand } from '../../ui/index.ts';
import { REFRESH, removePerson, type Training, tickPeople } from './api.ts';
import { SignUpForm } from './sign-up-form.tsx';

type Person = Training['people'][number];

/** Who is on the list, and who came: signed up by the offices, ticked or imported by the organiser. */
export function PeoplePanel({ training }: { training: Training }) {
	const { id, state, organises, people, own, maySignUp } = training;
	const [adding, setAdding] = useState(false);
	const isTicking = organises && state === 'held';
	const mayAdd = (maySignUp && own.invited) || isTicking;
	const remove = useCommand((personId: number) => removePerson(id, personId), { refresh: REFRESH });
	const mayRemove = (person: Person) => isOpen(training, person.officeId) && (isTicking || (maySignUp && own.invited));
	const columns: Column<Person>[] = [
		{ key: 'name', title: '姓名', render: ({ name }) => name },
		{ key: 'position', title: '职务', render: ({ position }) => position || '—' },
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		{
			key: 'came',
			title: '到场',
			render: (person) => <Came training={training} person={person} ticking={isTicking} />,
		},
		{
			key: 'act',
			title: '操作',
			render: (person) =>
				mayRemove(person) ? (
					<Button type="link" size="small" aria-label={`移出${person.name}`} onClick={() => void remove.run(person.id)}>
						移出
					</Button>
				) : null,
		},
	];
	return (
		<section className="gk-panel">
			<h2>参加人员（{people.length}）</h2>
			<Flex gap={8} wrap align="center" className="gk-gap">
				{isTicking ? <TickAll training={training} /> : null}
				{isTicking ? <Link to={`/trainings/${id}/import`}>从表格导入</Link> : null}
				{mayAdd ? <Button onClick={() => setAdding(true)}>{isTicking ? '补登人员' : '填报人员'}</Button> : null}
			</Flex>
			<DataTable
				label="参加人员"
				columns={columns}
				rows={people}
				rowKey={(person) => person.id}
				empty={{ title: state === 'planned' ? '发出通知后由各机关填报' : '还没有填报人员' }}
			/>
			<SidePanel open={adding} title="填报参加人员" onClose={() => setAdding(false)}>
				<SignUpForm training={training} onClose={() => setAdding(false)} />
			</SidePanel>
		</section>
	);
}

/** What an office has confirmed stays as it is until the office takes it back. */
function isOpen({ invited }: Training, officeId: number): boolean {
	return invited.find((one) => one.officeId === officeId)?.confirmedAt === null;
}

function Came({ training, person, ticking }: { training: Training; person: Person; ticking: boolean }) {
	const tick = useCommand((attended: boolean) => tickPeople(training.id, [{ id: person.id, attended }]), {
		refresh: REFRESH,
	});
	if (!ticking || !isOpen(training, person.officeId)) {
		return <>{person.attended === null ? '—' : person.attended ? '到场' : '未到'}</>;
	}
	return (
		<Checkbox
			checked={person.attended === true}
			disabled={tick.busy}
			aria-label={`${person.name}到场`}
			onChange={({ target }) => void tick.run(target.checked)}
		>
			到场
		</Checkbox>
	);
}

function TickAll({ training }: { training: Training }) {
	const { session } = useSession();
	const waiting = training.people.filter(({ attended, officeId }) => attended === null && isOpen(training, officeId));
	const tick = useCommand(
		() =>
			tickPeople(
				training.id,
				waiting.map(({ id }) => ({ id, attended: true })),
			),
		{ refresh: REFRESH, done: '已登记。' },
	);
	if (waiting.length === 0 || session.person === null) return null;
	return (
		<Button loading={tick.busy} onClick={() => void tick.run()}>
			其余{waiting.length}人全部到场
		</Button>
	);
}
