import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';

export { queueMessage } from './commands/queue-message.ts';
export type { NewMessage } from './model.ts';
export { recipientIssues, recipientOf } from './rules/recipient.ts';

/** 消息: e-mail and SMS to people outside the workbench. Others queue; here they are sent, tried again and accounted for. */
export const messaging: Module = { name: 'messaging', routes, jobs };
