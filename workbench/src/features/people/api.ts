import { type Answer, api, type Body, dataOf } from '../../api/index.ts';

export type PersonRow = Answer<'/api/people'>['people'][number];
export type PersonDetail = Answer<'/api/people/{id}'>;
export type RoleRow = PersonRow['roles'][number];
export type NewPerson = Body<'/api/people'>;
export type NewRole = Body<'/api/people/{id}/roles'>;
export type NewDeputy = Body<'/api/people/{id}/deputies'>;
export type OneTimePassword = Answer<'/api/people', 'post'>;

const at = (id: number) => ({ params: { path: { id } } });

export const listPeople = async (query: { officeId?: number; text?: string }) =>
	(await dataOf(api.GET('/api/people', { params: { query } }))).people;
export const readPerson = (id: number) => dataOf(api.GET('/api/people/{id}', at(id)));
export const readRoles = async () => (await dataOf(api.GET('/api/roles'))).roles;

export const createPerson = (body: NewPerson) => dataOf(api.POST('/api/people', { body }));
export const changePerson = (id: number, body: Body<'/api/people/{id}', 'put'>) =>
	dataOf(api.PUT('/api/people/{id}', { ...at(id), body }));
export const removePerson = (id: number) => dataOf(api.DELETE('/api/people/{id}', at(id)));
export const resetPassword = (id: number) => dataOf(api.POST('/api/people/{id}/password', at(id)));
export const disablePerson = (id: number) => dataOf(api.POST('/api/people/{id}/disable', at(id)));
export const enablePerson = (id: number) => dataOf(api.POST('/api/people/{id}/enable', at(id)));
export const unlockPerson = (id: number) => dataOf(api.POST('/api/people/{id}/unlock', at(id)));

export const assignRole = (id: number, body: NewRole) =>
	dataOf(api.POST('/api/people/{id}/roles', { ...at(id), body }));
export const appointDeputy = (id: number, body: NewDeputy) =>
	dataOf(api.POST('/api/people/{id}/deputies', { ...at(id), body }));
export const endRole = (id: number, roleId: number) =>
	dataOf(api.DELETE('/api/people/{id}/roles/{roleId}', { params: { path: { id, roleId } } }));
