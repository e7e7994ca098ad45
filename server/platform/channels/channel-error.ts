/** A channel did not take a message. The words are shown to administrators and logged: never a recipient, never a text. */
export class ChannelError extends Error {}
