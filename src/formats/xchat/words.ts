// Words that confirm an event where the client spoke another language than English.
//
// The shape of a line (its colours, its arguments) says most; these say the rest, for events that have the same shape. They are stems
// of the words that translators chose for one thing, in the languages most clients ran in. What no stem knows stays a note.

const STEMS = {
  operator: 'op(?:erat|érat)?|опер|χειριστ|管理',
  half: 'half|halb|semi|mezzo|medio|demi|fél|pół|полу|halv',
  voice: 'voice|voce|voix|voz|stimm|sprech|sprach|parol|hang|szó|głos|hlas|röst|stem|ääni|голос|φων',
  ban: 'ban|kitilt|esclu|verbann|бан|porttikiel',
  quiet: 'quiet|silen|stumm|néma|muto|тиш',
  exempt: 'exempt|exemp|ausnahm|esenzi|exenci|exceç|excep|kivétel|исключ|wyjątek|undantag',
  invite: 'invit|einlad|meghív|пригла|zapros|zaprosz|kutsu|inbjud',
  key: 'key|schlüssel|chiave|clave|chave|clé|clef|kulcs|ключ|passw|mot de passe|klucz|hasł|nyckel|avain|sleutel',
  limit: 'limit|límit|beschränk|лимит|begräns|raja',
  take: 'remov|entf|entz|nimmt|weg|rimuov|togli|toglie|quita|retir|elimin|supprim|enl[eè]v|ôte|révoq|elv|megv|visszav|töröl|eltáv|odbier|usuw|снима|убира|забир|удал|отбир|tog bort|tar bort|poist|verwijder|neemt|tolt|atima|fjern|mencabut|убра|укида|heq|kaldır|ลบ',
  known:
    'known|bekannt|hei(?:ß|ss)t|nennt|conosciut|chiama|conocid|conhecid|connu|appel|ismert|hívj|znan|znám|tunnet|känd|kendt|kjent|bekend|извест|зовут|відом|γνωστ|olarak|cunoscut|pseudo|nick|知|名',
  you: '(?:you|sie|du|dein|ihr|tu|tuo|sei|vous|votre|usted|eres|tú|você|vocês|seu|ön|te|neved|jesteś|twój|jsi|sinä|nimesi|вы|ваш|ты|теперь вы|je|jouw|u|din|ditt)(?!\\p{L})|あなた|你|您|귀하|당신',
  leave:
    'left|leave|quitt|laisse|lasci|abbandon|uscit|verlass|sal(?:ido|iste|io)|saiu|abandon|dejado|elhagy|kilép|opuści|wyszed|odeš|opusti|poistu|lämna|forla[td]|verlaten|поки|вышл|вышел|вийш|отиш|离开|離開|退出|您?已离开|gået|gegang|αποχώρησ|parti(?!\\p{L})|meninggal|išėjo|braktis|iku(?!\\p{L})|ayrıl',
  kick: 'kick|(?:hinaus)?geworf|sparke|sparka|kastet|expuls|espuls|chut|kirúg|dikeluark|išspirt|wyrzuc|удал|përzë|tekme',
  disconnect:
    'disconn|getrennt|trenn|déconn|descon|desligad|scolleg|bontva|bontott|megszak|rozłącz|odpoj|отключ|разъедин|відключ|frånkopp|frakobl|koblet fra|verbroken|yhteys katk|断开|切断',
  topic: 'topic|thema|argomento|sujet|tema|tópico|assunto|téma|temat|aihe|ämne|emne|onderwerp|тем|θέμα|主题|主題',
} as const;

export type Stem = keyof typeof STEMS;

const patterns = new Map<Stem, RegExp>();

/** True where one of the words begins with a stem of that meaning. */
export function says(words: string, stem: Stem): boolean {
  let pattern = patterns.get(stem);
  if (!pattern) {
    pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${STEMS[stem]})`, 'iu');
    patterns.set(stem, pattern);
  }
  return pattern.test(words);
}

type Test = (words: string) => boolean;

const all =
  (...stems: readonly Stem[]): Test =>
  (words) =>
    stems.every((stem) => says(words, stem));

const but =
  (wanted: readonly Stem[], without: readonly Stem[]): Test =>
  (words) =>
    wanted.every((stem) => says(words, stem)) && !without.some((stem) => says(words, stem));

const shapeSuffices: Test = () => true;

/** Events that are known by their shape in any language, and what their words must say beside it. */
export const CONFIRMED: Readonly<Record<string, Test>> = {
  Join: shapeSuffices,
  Part: shapeSuffices,
  'Part with Reason': shapeSuffices,
  Quit: but([], ['topic', 'known']),
  Kick: shapeSuffices,
  'You Join': but([], ['leave', 'topic']),
  'You Part': all('leave'),
  'You Part with Reason': all('leave'),
  'You Kicked': but([], ['leave']),
  'Change Nick': all('known'),
  'Your Nick Changing': all('known', 'you'),
  'Topic Change': all('topic'),
  Disconnected: all('disconnect'),
  'Channel Operator': but(['operator'], ['take', 'half']),
  'Channel DeOp': but(['operator', 'take'], ['half']),
  'Channel Half-Operator': but(['half', 'operator'], ['take']),
  'Channel DeHalfOp': all('half', 'operator', 'take'),
  'Channel Voice': but(['voice'], ['take']),
  'Channel DeVoice': all('voice', 'take'),
  'Channel Ban': but(['ban'], ['take', 'exempt', 'invite']),
  'Channel UnBan': but(['ban', 'take'], ['exempt', 'invite']),
  'Channel Exempt': but(['exempt'], ['take', 'invite']),
  'Channel Remove Exempt': but(['exempt', 'take'], ['invite']),
  'Channel INVITE': but(['invite'], ['take']),
  'Channel Remove Invite': all('invite', 'take'),
  'Channel Quiet': but(['quiet'], ['take']),
  'Channel UnQuiet': all('quiet', 'take'),
  'Channel Set Key': but(['key'], ['take']),
  'Channel Remove Keyword': all('key', 'take'),
  'Channel Set Limit': but(['limit'], ['take']),
  'Channel Remove Limit': all('limit', 'take'),
  'Channel Mode Generic': shapeSuffices,
};
