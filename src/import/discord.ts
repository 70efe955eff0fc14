// A Discord channel, as DiscordChatExporter writes it (JSON), told in Daybook's lines.
//
//   { "guild": { "name": "weavers" }, "channel": { "name": "xpmem", "topic": … },
//     "messages": [ { "id": …, "type": "Default", "timestamp": "2023-01-05T09:01:02.123+00:00", "content": "hello", "author": {…} } ] }
//
// - a nick is the account's name (`alice`, before 2023 `alice#1234`): nicknames on the server change and are not unique.
// - a message stands as it was last edited: the export holds no other wording.
// - a reply begins with the name of the person replied to, where the message itself mentions them and nobody else.
// - attachments are links; what makes Discord's links expire is taken off, so that exporting again gives the same line.
// Source: DiscordChatExporter 2.43, JsonMessageWriter.cs and Message.cs (MessageKind).
import type { EventLine } from '../formats/parts/jsonl.ts';
import type { Importer, Place } from './importer.ts';
import { at, channelOf, listAt, nickOf, textAt } from './values.ts';

function nickOfUser(user: unknown): string | undefined {
  const name = nickOf(textAt(user, 'name'));
  const number = textAt(user, 'discriminator');
  return name !== undefined && number !== undefined && /[1-9]/u.test(number) ? `${name}#${number}` : name;
}

/** A link without the signature that makes it expire. */
function lasting(url: string): string {
  return /^https:\/\/(?:cdn|media)\.discordapp\.(?:com|net)\//u.test(url) ? url.replace(/[?#].*$/su, '') : url;
}

const isLink = (url: string): boolean => /^https?:\/\//u.test(url);

function attached(message: unknown): readonly string[] {
  const files = listAt(message, 'attachments').flatMap((file) => {
    const url = textAt(file, 'url');
    const name = textAt(file, 'fileName');
    // an export with its media beside it has paths of the exporter's machine instead of links
    return url !== undefined && isLink(url) ? [lasting(url)] : name === undefined ? [] : [`[${name}]`];
  });
  const stickers = listAt(message, 'stickers').map((sticker) => `[${textAt(sticker, 'name') ?? 'sticker'}]`);
  return [...files, ...stickers];
}

/** What bots say in boxes: title, text and link. */
function embedded(message: unknown): readonly string[] {
  return listAt(message, 'embeds').flatMap((embed) =>
    [textAt(embed, 'title'), textAt(embed, 'description'), textAt(embed, 'url')].filter((part) => part !== undefined),
  );
}

function textOf(message: unknown): string {
  const content = textAt(message, 'content') ?? '';
  const parts = [content, ...(content === '' ? embedded(message) : []), ...attached(message)];
  const text = parts.filter((part) => part !== '').join('\n');
  const [mentioned, second] = listAt(message, 'mentions');
  const to =
    textAt(message, 'reference', 'messageId') !== undefined && second === undefined ? nickOfUser(mentioned) : undefined;
  const named =
    to === undefined || content.includes(`@${textAt(mentioned, 'nickname') ?? to}`) || content.includes(`@${to}`);
  return named ? text : `${to}: ${text}`;
}

/** What the service itself notes of somebody, where the message does not say it in words. */
const NOTES: Readonly<Record<string, string>> = {
  RecipientAdd: 'Added somebody to the group.',
  RecipientRemove: 'Removed somebody from the group.',
  Call: 'Started a call.',
  ChannelNameChange: 'Changed the channel name.',
  ChannelIconChange: 'Changed the channel icon.',
  ChannelPinnedMessage: 'Pinned a message.',
  ThreadCreated: 'Started a thread.',
};

/** The lines that a message gives; none where it has no moment or says nothing. Never throws. */
function discordLines(message: unknown): readonly EventLine[] {
  const milliseconds = Date.parse(textAt(message, 'timestamp') ?? '');
  if (Number.isNaN(milliseconds) || milliseconds < 0) return [];
  const moment = { at: milliseconds / 1000 };
  const nick = nickOfUser(at(message, 'author'));
  const who = nick === undefined ? moment : { ...moment, nick };
  const type = textAt(message, 'type') ?? 'Default';
  if (type === 'GuildMemberJoin') return [{ kind: 'join', ...who }];
  const note = NOTES[type];
  if (note !== undefined) {
    const text = `${nick ?? 'Somebody'}: ${textAt(message, 'content') ?? note}`;
    return [{ kind: 'log', ...moment, event: 'info', text, ...(nick === undefined ? {} : { names: [nick] }) }];
  }
  const text = textOf(message);
  return text === '' ? [] : [{ kind: 'message', ...who, text }];
}

/** The channel's name with a `#`, the server's as the network's. */
function place(root: unknown): Place | undefined {
  if (at(root, 'guild') === undefined || at(root, 'channel') === undefined) return undefined;
  const channel = channelOf(textAt(root, 'channel', 'name'));
  const network = nickOf(textAt(root, 'guild', 'name'));
  return { ...(channel === undefined ? {} : { channel }), ...(network === undefined ? {} : { network }) };
}

export const discord: Importer = {
  title: 'Discord channel exported by DiscordChatExporter (JSON)',
  list: 'messages',
  place,
  lines: discordLines,
};
