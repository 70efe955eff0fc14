// Rules of secrets that somebody pasted or said.
import type { SensitiveRule } from './sensitive-rule.ts';

/** What stands where a password would in a sentence about passwords. */
const NO_PASSWORD =
  /^(?:(?:your|my|the|new|old|user|db|root|some|any|same)?[-_ ]?(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|value)s?|x+|\*+|\.+|…+|<.*|\[.*|\{.*|\$.*|%.*|wrong|incorrect|required|needed|expired|empty|blank|invalid|optional|protected|prompt(?:ed)?|field|hash(?:ed)?|files?|compat|stored|unknown|none|null|true|false|undefined|changeme|example|yes|not?|sent|correct|too|also|still|only|always|never|here|there|this|that|what|when|with|from|auth\w*|login|reset|less|manager|policy|the|then|and|or|if|it|is|to|you|me|as|on|yourself|first|works?|help|please|now|again|nick(?:name)?|name|account|command|option|flag|argument|problems?)[.,;:!?)\]'"]*$/i;

/** A path is none: `pwd` prints them. */
const isPassword = (it: string): boolean => !NO_PASSWORD.test(it) && !/^(?:[.~]{0,2}\/|https?:)/i.test(it);

/** What services are told: a password, a nick and one, or a password and an address. */
const areWords = (it: string): boolean => it.split(' ').every(isPassword);

/** Said of a password without a sign between: words go on a sentence, passwords have digits or signs in them. */
const isOddWord = (it: string): boolean =>
  isPassword(it) && /\d|[^\p{L}'’.,;:!?()-]|\p{Ll}\P{L}*\p{Lu}/u.test(it.replace(/[.,;:!?)]+$/, ''));

/** Keys are long, and have letters and digits; words have no digits, and numbers no letters. */
const isKey = (it: string): boolean => /\d/.test(it) && /[a-z]/i.test(it) && new Set(it).size >= 8;

export const SECRETS: readonly SensitiveRule[] = [
  {
    name: 'private-key',
    title: 'a private key',
    example: '-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAABG5v',
    pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<it>[^]{0,4000})/dg,
  },
  {
    name: 'access-token',
    title: 'a token of a service',
    example: 'it works with ghp_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R',
    pattern:
      /(?<![\w-])(?:(?:AKIA|ASIA)[A-Z2-7]{16}|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{40,255}|gl(?:pat|rt|dt|cbt|ptt|ft|soat|agent)-[\w-]{20,64}|xox[abeprs]-[\w-]{10,255}|xapp-\d-[\w-]{20,255}|AIza[\w-]{35}|ya29\.[\w-]{20,500}|[rs]k_live_[A-Za-z0-9]{16,255}|sk-(?:[a-z]{2,10}\d{0,3}-){0,2}(?=\w*\d)[\w-]{32,255}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,255}|hf_[A-Za-z]{34}|dckr_pat_[\w-]{20,64}|do[opr]_v1_[0-9a-f]{64}|shp[a-z]{2}_[0-9a-f]{32}|SG\.[\w-]{16,64}\.[\w-]{16,64}|AGE-SECRET-KEY-1[A-Z0-9]{58}|\d{8,10}:AA[\w-]{33}|[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38})(?!\w)|hooks\.slack\.com\/services\/[\w/]{20,100}|discord(?:app)?\.com\/api\/webhooks\/\d{15,20}\/[\w-]{30,100}/dg,
  },
  {
    name: 'web-token',
    title: 'a web token (JWT)',
    example: 'Cookie: s=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3cmVuIn0.c2lnbmF0dXJlLTEyMw',
    pattern: /(?<!\w)eyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{8,2000}/dg,
  },
  {
    name: 'key-said',
    title: 'a key or token of a program',
    example: 'try api_key=9f86d081884c7d659a2feaa0c55ad015 please',
    pattern:
      /(?<![a-z])(?:(?:api|access|secret|private|auth|client|encryption|deploy|bearer)[ _-]?(?:key|token|secret)|authorization: {0,3}(?:bearer|basic|token))["']?(?: {0,3}(?:is|=|:) {0,3}| )["'`]?(?<it>[\w+/=.-]{16,200})/dgi,
    isIt: isKey,
  },
  {
    name: 'key-in-address',
    title: 'a key in an address',
    example: 'https://tracker.saltnet.org/feed?token=9f86d081884c7d65',
    pattern:
      /https?:\/\/[^\s?#;]{1,500}[?#;](?:[^\s]{0,500}[&;])??(?:[a-z_-]{0,30}(?:token|secret|signature|credential|session_?id|sessid)|key|api_?key|auth|sid)=(?<it>[^\s&#;]{8,2000})/dgi,
    isIt: isKey,
  },
  {
    name: 'private-link',
    title: 'a link that lets in whoever has it',
    example: 'the minutes are at https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ012345/edit',
    pattern:
      /https?:\/\/(?:(?:docs|drive)\.google\.com\/(?:[\w/]{0,40}\/d\/|[\w/]{0,40}folders\/|open\?id=)(?<it>[\w-]{20,100})|calendar\.google\.com\/\S{1,200}\/private-|(?:www\.)?dropbox\.com\/(?:s|scl|sh|request)\/|1drv\.ms\/|we\.tl\/|chat\.whatsapp\.com\/|t\.me\/(?:\+|joinchat\/)|join\.slack\.com\/t\/|meet\.google\.com\/[a-z]{3}-|[\w.-]{0,60}zoom\.us\/[jw]\/)[^\s]{0,500}/dgi,
  },
  {
    name: 'password-in-address',
    title: 'a password in an address',
    example: 'svn co https://wren:tide4pool@svn.saltnet.org/limpet',
    pattern: /(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:(?<it>[^\s/@]{1,100})@[\w.-]{1,200}/dgi,
    isIt: isPassword,
  },
  {
    name: 'password-said',
    title: 'a password that is said',
    example: 'the password is tide4pool, for now',
    pattern:
      /(?<![\p{L}\p{N}_])(?:pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|пароль|pw|passord|adgangskode|salasana|heslo|hasło|jelszó)(?: for [\p{L}\p{N}_.-]{1,40}| on [\p{L}\p{N}_.-]{1,40})? (?:is|was|ist|lautet|est|es|är|er)(?: now| set to| still)? ["'`]?(?<it>[^\s"'`]{4,100})/dgiu,
    isIt: isOddWord,
  },
  {
    name: 'password-written',
    title: 'a password that is written',
    example: 'login: wren password: tidepool',
    pattern:
      /(?<![\p{L}\p{N}_])(?:(?:[\p{L}\p{N}_]{0,30}_|pg)?(?:pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|пароль|passord|adgangskode|salasana|heslo|hasło|jelszó|密码|密碼|パスワード|비밀번호)["']?(?: {0,3}= {0,3}|(?:(?<=passe) )?: {0,3}|[：是は] {0,3})|(?:[\p{L}\p{N}_]{0,30}_)?pass {0,3}= {0,3}|(?<=\S {1,3})(?:pw|psk): {0,3}|(?:user(?:name)?|login)\/pass(?:word|wd)?(?: is|[:=]) {0,3})["'`]?(?<it>[^\s"'`]{4,100})/dgiu,
    isIt: isPassword,
  },
  {
    name: 'password-in-command',
    title: 'a password in a command',
    example: 'mysql -u wren -ptide4pool limpet',
    pattern:
      /(?<![\w-])(?:sshpass {1,3}-p {0,3}|(?:mysql\w{0,10}|mariadb)(?= )[^|;\n]{0,80}? -p|(?:curl|wget)(?= )[^|;\n]{0,80}? (?:-u|--user)[ =]{0,3}[^\s:]{1,60}:|--(?:[a-z]{1,20}-)?pass(?:word|wd|phrase)?[ =])["']?(?<it>[^\s"'`-][^\s"'`]{3,100})/dg,
    isIt: isPassword,
  },
  {
    name: 'services-password',
    title: 'a password for services of the network',
    example: '/msg NickServ identify tide4pool',
    pattern:
      /(?:(?<![\p{L}\p{N}_])(?:(?:nickserv|chanserv|authserv|memoserv|ns|cs|userserv)(?:@[\w.]{1,60})?|q@cserve\.quakenet\.org|x@channels\.undernet\.org):? {1,3}(?:(?:identify|id|register|auth|login|set ?pass(?:word|wd)?) {1,3}|(?:ghost|recover|release|regain|group|drop) {1,3}(?=\S{1,60} {1,3}\S))|^ {0,3}(?:\/?(?:identify|nickserv)|\/(?:quote |raw )?(?:pass|id|auth|login|oper {1,3}\S{1,60}|set \S{0,60}pass\S{0,20}|join {1,3}\S{1,60}|server {1,3}\S{1,60} {1,3}\d{2,5})|\/{1,2}(?:msg|m|query|q) {1,3}\S{1,60} {1,3}(?:identify|ident|id|auth|login|pass|op)) {1,3})(?<it>[^\s<>[\]]{3,100}(?: [^\s<>[\]]{3,100})?)$/dgimu,
    isIt: areWords,
  },
  {
    name: 'password-hash',
    title: 'the hash of a password',
    example: 'shadow says $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2',
    pattern: /\$(?:1|2[abxy]?|5|6|7|y|argon2(?:id|i|d))\$[\w./$=,+-]{20,200}/dg,
  },
];
