const HOUR = 3_600_000;

/** How long a session lasts without being used, and at most. */
export const SESSION_IDLE_MS = 8 * HOUR;
export const SESSION_MAX_MS = 7 * 24 * HOUR;
/** A session's last use is written at most this often: reading a page must not cost a write. */
export const SEEN_EVERY_MS = 60_000;

/** After this many wrong passwords in a row the account rests. */
export const MAX_FAILED_SIGN_INS = 5;
export const LOCK_MINUTES = 15;
/** Sign-in attempts per minute and address, whatever the account. */
export const SIGN_INS_PER_MINUTE = 20;
