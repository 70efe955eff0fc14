// A Matrix room, as Element exports it (JSON), told in Daybook's lines.
//
//   { "room_name": "xpmem", "topic": "…", "messages": [ { "type": "m.room.message", "sender": "@alice:example.org", … } ] }
//
// Each line must not depend on the others, or addresses would change with what else is exported:
// - a nick is the id's first part, `alice`, and `bob:elsewhere.org` for people of other servers than the room's. Display names
//   change and are not unique; settings (`people`) give them back.
// - an edit is what IRC would have shown: a message `* what it says now`, at the time of the edit. The first wording stays.
// - a reply begins with the nick of the person replied to, where the event itself tells who that is.
// - what was redacted is gone, and so is its line.
// Source: Matrix client-server API 1.12 (m.room.*, m.relates_to, rich replies); Element Web's JSONExporter.
import type { EventLine } from '../formats/parts/jsonl.ts';
import type { Importer } from './importer.ts';
import { at, channelOf, listAt, nickOf, textAt } from './values.ts';

type Moment = { readonly at: number };

/** `alice` of `@alice:example.org` in a room of example.org, else `alice:example.org`. */
function nickOfId(id: string | undefined, event: unknown): string | undefined {
  const [, local, server] = /^@([^:]*):(.*)$/su.exec(id ?? '') ?? [];
  if (!local) return nickOf(id?.replace(/^@/u, ''));
  const home = /:(.*)$/su.exec(textAt(event, 'room_id') ?? '')?.[1];
  return nickOf(home === undefined || home === server ? local : `${local}:${server ?? ''}`);
}

/** Where a media repository gives the file out; an encrypted file's bytes are of no use to a reader. */
function linkOf(content: unknown): string | undefined {
  const [, server, media] = /^mxc:\/\/([^/\s]+)\/([\w-]+)$/u.exec(textAt(content, 'url') ?? '') ?? [];
  return server && media ? `https://${server}/_matrix/media/v3/download/${server}/${media}` : undefined;
}

/** The reply without the quotation that older clients put before it. */
const unquoted = (body: string): string => body.replace(/^(?:> .*\n)+\n?/u, '');

/** Whom the event replies to: the quotation's first words, or the only one it mentions. */
function repliedTo(event: unknown, body: string): string | undefined {
  const content = at(event, 'content');
  if (textAt(content, 'm.relates_to', 'm.in_reply_to', 'event_id') === undefined) return undefined;
  // a thread's messages name the last one before them as a fallback, which is no reply
  if (at(content, 'm.relates_to', 'is_falling_back') === true) return undefined;
  const quoted = /^> (?:\* )?<(@[^>\s]+)>/u.exec(body)?.[1];
  const mentioned = listAt(content, 'm.mentions', 'user_ids').filter((id) => typeof id === 'string');
  return nickOfId(quoted ?? (mentioned.length === 1 ? mentioned[0] : undefined), event);
}

const FILES = new Set(['m.image', 'm.file', 'm.video', 'm.audio']);

function said(event: unknown, moment: Moment): readonly EventLine[] {
  const content = at(event, 'content');
  const edited = textAt(content, 'm.relates_to', 'rel_type') === 'm.replace';
  const now = edited ? (at(content, 'm.new_content') ?? content) : content;
  const body = textAt(now, 'body');
  if (body === undefined) return [];
  const type = textAt(now, 'msgtype');
  const who = { ...moment, ...nicked(event) };
  if (type !== undefined && FILES.has(type)) {
    const file = textAt(now, 'filename') ?? body;
    const caption = file === body ? '' : `${body} `;
    return [{ kind: 'message', ...who, text: `${caption}[${file}]${linked(linkOf(now))}` }];
  }
  const to = repliedTo(event, body);
  const bare = to === undefined ? body : unquoted(body);
  const text = `${edited ? '* ' : ''}${to === undefined || bare.startsWith(to) ? '' : `${to}: `}${bare}`;
  if (type === 'm.emote') return [{ kind: 'action', ...who, text }];
  return [{ kind: type === 'm.notice' ? 'notice' : 'message', ...who, text }];
}

const linked = (link: string | undefined): string => (link === undefined ? '' : ` ${link}`);

const nicked = (event: unknown): { nick?: string } => {
  const nick = nickOfId(textAt(event, 'sender'), event);
  return nick === undefined ? {} : { nick };
};

function membership(event: unknown, moment: Moment): readonly EventLine[] {
  const now = textAt(event, 'content', 'membership');
  const before = textAt(event, 'unsigned', 'prev_content', 'membership') ?? textAt(event, 'prev_content', 'membership');
  const sender = textAt(event, 'sender');
  const subject = textAt(event, 'state_key') ?? sender;
  const nick = nickOfId(subject, event);
  if (nick === undefined) return [];
  const why = textAt(event, 'content', 'reason');
  const reason = why === undefined ? {} : { reason: why };
  const by = { ...moment, ...nicked(event) };
  if (now === 'join') return before === 'join' ? [] : [{ kind: 'join', ...moment, nick }];
  if (now === 'ban') {
    const ban: EventLine = { kind: 'mode', ...by, changes: `+b ${subject ?? nick}` };
    return before === 'join' ? [ban, { kind: 'kick', ...by, target: nick, ...reason }] : [ban];
  }
  if (now === 'invite')
    return [{ kind: 'log', ...moment, event: 'info', text: `${by.nick ?? 'somebody'} invited ${nick}` }];
  if (now !== 'leave') return [];
  if (sender !== subject && before === 'ban') return [{ kind: 'mode', ...by, changes: `-b ${subject ?? nick}` }];
  if (before === 'invite' || before === 'knock') return [];
  if (sender !== subject) return [{ kind: 'kick', ...by, target: nick, ...reason }];
  return [{ kind: 'part', ...moment, nick, ...reason }];
}

/** A poll's question, or what stands for a message that the exporter could not read. */
function other(event: unknown, type: string, moment: Moment): readonly EventLine[] {
  const content = at(event, 'content');
  const who = { ...moment, ...nicked(event) };
  if (type === 'm.sticker') return [{ kind: 'message', ...who, text: `[${textAt(content, 'body') ?? 'sticker'}]` }];
  if (type === 'm.room.topic') return [{ kind: 'topic', ...who, text: textAt(content, 'topic') ?? '' }];
  if (type === 'm.room.name')
    return [
      { kind: 'log', ...moment, event: 'info', text: `The room is now named ${textAt(content, 'name') ?? 'nothing'}` },
    ];
  if (type === 'm.room.encrypted')
    return [
      {
        kind: 'log',
        ...moment,
        event: 'info',
        text: 'A message could not be decrypted',
        ...('nick' in who ? { names: [who.nick] } : {}),
      },
    ];
  if (/^(?:m|org\.matrix\.msc3381)\.poll\.start$/u.test(type)) {
    const question =
      textAt(content, 'org.matrix.msc3381.poll.start', 'question', 'body') ??
      textAt(content, 'org.matrix.msc3381.poll.start', 'question', 'org.matrix.msc1767.text') ??
      textAt(content, 'org.matrix.msc1767.text') ??
      textAt(content, 'body');
    return question === undefined ? [] : [{ kind: 'message', ...who, text: question }];
  }
  return [];
}

/**
 * The lines that a room's event gives: none for reactions, redactions and what was redacted, receipts, profiles, and state
 * that says nothing of who said what. Never throws.
 */
function matrixLines(event: unknown): readonly EventLine[] {
  const milliseconds = at(event, 'origin_server_ts');
  const type = textAt(event, 'type');
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds) || milliseconds < 0 || type === undefined)
    return [];
  if (at(event, 'unsigned', 'redacted_because') !== undefined) return [];
  const moment = { at: milliseconds / 1000 };
  if (type === 'm.room.message') return said(event, moment);
  if (type === 'm.room.member') return membership(event, moment);
  return other(event, type, moment);
}

/** Element's own fields come before the messages; the room's name with a `#` is the channel. */
function place(root: unknown): { channel?: string } | undefined {
  if (at(root, 'room_name') === undefined || at(root, 'exported_by') === undefined) return undefined;
  const channel = channelOf(textAt(root, 'room_name'));
  return channel === undefined ? {} : { channel };
}

export const matrix: Importer = {
  title: 'Matrix room exported by Element (JSON)',
  list: 'messages',
  place,
  lines: matrixLines,
};
