// The lines with which a log of Konversation begins, each time that the client starts to write.
//
//   *** Logfile started                *** ログ開始
//   *** on Thu Jan 5 09:00:00 2012     *** 日時: 木 1月 5 09:00:00 2012
//
// Source: po/*/konversation.po of Konversation 22.12.
import type { ControlRule } from '../parts/line-spec.ts';
import { openedOrClosed } from '../parts/spelled-date.ts';

/** "Logfile started" in other languages. */
const STARTED: readonly string[] = [
  'بدأ ملف السجلّ',
  'Файл-регистърът е стартиран',
  'Dnevničku datoteku započeti',
  'Fitxer de registre iniciat',
  'Začal záznam',
  'Logfil startet',
  'Protokolldatei gestartet',
  'Αρχή του αρχείου καταγραφής',
  'Se ha iniciado el archivo de registro',
  'Logifail alustatud',
  'Lokitiedosto aloitettiin',
  "Fichier d'historique démarré",
  'Tosaíodh an logchomhad',
  'O ficheiro de rexistro comeza',
  'קובץ היומן התחיל',
  'लॉगफ़ाइल प्रारंभ',
  'Naplófájl indításának',
  'Verbale iniziato',
  'ログ開始',
  'Журнал файлы',
  'បាន\u200bចាប់ផ្ដើម\u200b\u200bឯកសារ\u200bកំណត់\u200bហេតុ\u200b\u200b',
  '로그 파일 시작됨',
  'Žurnalo failas pradėtas',
  'Loggfil startet',
  'Logbookdateistart',
  'Logbestand gestart',
  'Loggfil starta',
  'Rozpoczęto dziennik',
  'Ficheiro de registo começou',
  'Arquivo de registro iniciado',
  'Журнал начат',
  'වාර්ථා ගොනු ඇරඹිනි',
  'Súbor so záznamami spustený',
  'Začetek dnevniške datoteke',
  'Дневнички фајл започет',
  'Dnevnički fajl započet',
  'Loggfil startad',
  'Günlük dosyası',
  'Запис файла журналу розпочато',
  '日志文件开始',
  '日誌檔案開始',
];

export const openings: readonly ControlRule[] = [
  {
    example: '*** Logfile started',
    pattern: new RegExp(String.raw`^\*\*\* (?:Logfile started|${STARTED.join('|')})$`, 'u'),
    read: () => [{ is: 'control' }],
    proves: true,
  },
  {
    example: '*** on Thu Jan 5 09:00:00 2012',
    pattern: /^\*\*\* (?:on (.*\d{4}.*)|(.*\d:\d\d:\d\d \d{4}.*))$/u,
    read: ([text, after, date]) => openedOrClosed(text, 'open', after ?? date),
  },
];
