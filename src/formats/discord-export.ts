// A Discord channel, exported by DiscordChatExporter as JSON: see src/import/discord.ts for what becomes of its messages.
import { discord } from '../import/discord.ts';
import { documentLog } from './parts/document.ts';

export default documentLog({
  name: 'discord-export',
  importer: discord,
  examples: [
    '{"guild":{"name":"weavers"},"channel":{"name":"xpmem"},"messages":[{"id":"1","type":"Default","timestamp":"2013-10-02T19:29:34+00:00","content":"hello bob","author":{"name":"alice"}}]}',
  ],
});
