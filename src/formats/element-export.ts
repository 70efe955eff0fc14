// A Matrix room, exported by Element as JSON: see src/import/matrix.ts for what becomes of its events.
import { matrix } from '../import/matrix.ts';
import { documentLog } from './parts/document.ts';

export default documentLog({
  name: 'element-export',
  importer: matrix,
  examples: [
    '{"room_name":"xpmem","room_creator":"@alice:example.org","topic":"","export_date":"","exported_by":"","messages":[{"type":"m.room.message","sender":"@alice:example.org","content":{"msgtype":"m.text","body":"hello bob"},"origin_server_ts":1380742174000}]}',
  ],
});
