import { z } from 'zod';

const state = z.enum(['waiting', 'sent', 'failed', 'dropped']);
const channel = z.enum(['mail', 'sms']);

export const idParams = z.object({ id: z.coerce.number().int().positive() });
export const listQuery = z.object({
	state: state.optional(),
	page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const testBody = z.object({ channel, to: z.string().max(200, '不超过200个字') });
export const listView = z.object({
	rows: z.array(
		z.object({
			id: z.number(),
			officeId: z.number(),
			officeName: z.string(),
			channelLabel: z.string(),
			purposeLabel: z.string(),
			state,
			stateLabel: z.string(),
			attempts: z.number(),
			failure: z.string(),
			createdAt: z.date(),
			sentAt: z.date().nullable(),
			/** It did not go out, and somebody has to decide about it. */
			isOpen: z.boolean(),
		}),
	),
	total: z.number(),
	pageSize: z.number(),
	channels: z.array(z.object({ name: channel, label: z.string(), isOpen: z.boolean() })),
});
export const done = z.object({});
