import { z } from 'zod';
import { PERMISSIONS, type Permission, ROLES, type Role } from '../../../kernel/permissions.ts';

export const idParams = z.object({ id: z.coerce.number().int().positive() });
export const nothing = z.object({});

const keys = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]];

export const roleSchema = z.enum(keys<Role>(ROLES));
export const permissionSchema = z.enum(keys<Permission>(PERMISSIONS));

export const credentialsSchema = z.object({
	userName: z.string().trim().min(1, '请填写登录名').max(60, '登录名过长'),
	password: z.string().min(1, '请填写密码').max(200, '密码过长'),
});

export const newPasswordSchema = z.object({
	current: z.string().min(1, '请填写当前密码').max(200, '密码过长'),
	next: z.string().min(1, '请填写新密码').max(200, '密码过长'),
});

const sessionOffice = z.object({
	id: z.number(),
	name: z.string(),
	shortName: z.string(),
	slug: z.string(),
	kind: z.string(),
	/** `merged`: only to finish what the office left behind. */
	status: z.string(),
});

/** Answer of GET /api/session; the nullable parts are null when nobody is signed in. */
export const sessionSchema = z.object({
	site: z.object({
		countyName: z.string(),
		systemName: z.string(),
		demo: z.boolean(),
		demoAccounts: z.array(
			z.object({
				userName: z.string(),
				password: z.string(),
				personName: z.string(),
				officeName: z.string(),
				roleLabel: z.string(),
			}),
		),
		passwordRules: z.array(z.string()),
	}),
	today: z.string(),
	calendarUntil: z.string().nullable(),
	csrfToken: z.string().nullable(),
	person: z
		.object({ id: z.number(), name: z.string(), userName: z.string(), mustChangePassword: z.boolean() })
		.nullable(),
	office: sessionOffice.nullable(),
	roles: z.array(roleSchema),
	permissions: z.array(permissionSchema),
	offices: z.array(sessionOffice.extend({ roles: z.array(roleSchema) })),
});

export const sessionListSchema = z.object({
	sessions: z.array(
		z.object({
			id: z.string(),
			current: z.boolean(),
			officeName: z.string(),
			createdAt: z.string(),
			lastSeenAt: z.string(),
			ip: z.string().nullable(),
			device: z.string(),
			state: z.enum(['live', 'ended', 'expired']),
			endedAt: z.string().nullable(),
			endReason: z.string().nullable(),
		}),
	),
});
