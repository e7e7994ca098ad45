import type { Actor } from '../../../kernel/actor.ts';
import { ROLES } from '../../../kernel/permissions.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { PASSWORD_RULES } from '../rules/password.ts';
import { selectOffices } from '../store/offices.ts';
import { selectPerson } from '../store/people.ts';
import { selectSessionToken } from '../store/sessions.ts';
import { workingCalendar } from './calendar.ts';
import { rolesOfPerson } from './roles.ts';
import { countySettings, demoSignIns, isDemo } from './settings.ts';

/** What a screen knows about its visitor; the first two parts before anybody has signed in. */
export async function sessionView(reader: Reader, actor: Actor, sessionId: string | null, local: boolean) {
	const site = await siteView(reader, local);
	const { latest } = await workingCalendar(reader);
	const shared = { site, today: reader.today, calendarUntil: latest.lastCovered };
	const person = actor.kind === 'person' ? await selectPerson(reader, actor.personId) : null;
	const token = sessionId ? await selectSessionToken(reader, sessionId) : null;
	if (actor.kind !== 'person' || !person || !token) return { ...shared, ...NOBODY };
	const offices = await selectOffices(reader);
	const held = (await rolesOfPerson(reader, person.id, reader.today)).flatMap(({ officeId, roles }) => {
		const office = offices.find(({ id }) => id === officeId);
		return office ? [{ ...office, roles }] : [];
	});
	// The token is the session's whoever calls: after a switch the actor of this very request is still the one before it.
	const here = held.find(({ id }) => id === token.officeId) ?? held[0];
	const { id, name, loginName, mustChangePassword } = person;
	const roles = here?.roles ?? [];
	return {
		...shared,
		csrfToken: token.csrfToken,
		person: { id, name, userName: loginName, mustChangePassword },
		office: here ?? null,
		roles,
		permissions: [...new Set(roles.flatMap((role) => ROLES[role].permissions))],
		offices: held.sort((a, b) => Number(a.status === 'merged') - Number(b.status === 'merged')),
	};
}

const NOBODY = { csrfToken: null, person: null, office: null, roles: [], permissions: [], offices: [] };

async function siteView(reader: Reader, local: boolean) {
	const { site } = await countySettings(reader);
	return {
		countyName: site.county,
		systemName: site.name,
		demo: await isDemo(reader),
		// Where they would be refused they are not shown.
		demoAccounts: local ? await demoSignIns(reader) : [],
		passwordRules: [...PASSWORD_RULES],
	};
}
