// What looks like a secret or like somebody's data is found, and what only looks like it at a glance is not.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/events.ts';
import { SENSITIVE_RULES, sensitiveIn } from '../../src/privacy/sensitive.ts';

const said = (text: string): Entry => ({ id: 't142934g07q', at: 1_380_742_174, kind: 'message', nick: 'wren', text });
/** Rules and what they would cover. */
const found = (text: string): readonly string[] =>
  sensitiveIn(said(text)).map(({ rule, text: bare, from, to }) => `${rule} ${bare.slice(from, to)}`);
const rulesOf = (text: string): readonly string[] => sensitiveIn(said(text)).map(({ rule }) => rule);

describe('Rules of what is sensitive', () => {
  it.each(SENSITIVE_RULES.map((rule) => [rule.name, rule] as const))('%s finds its example', (name, rule) => {
    expect(rulesOf(rule.example)).toContain(name);
  });

  it.each([
    'a'.repeat(20_000),
    'password is '.repeat(3_000),
    'pass_'.repeat(5_000),
    'a.'.repeat(10_000),
    `x@${'a.'.repeat(10_000)}`,
    '12 '.repeat(10_000),
    '+1 (1) '.repeat(5_000),
    'AB12 '.repeat(5_000),
    'http://a:'.repeat(3_000),
    '-----BEGIN A '.repeat(3_000),
    'nickserv identify '.repeat(2_000),
    `${' '.repeat(20_000)}identify`,
    'secret key '.repeat(3_000),
    'eyJ'.repeat(7_000),
  ])('come to an end with a hostile line', (text) => {
    expect(sensitiveIn(said(text)).length).toBeLessThan(text.length);
  });

  it.each([
    ['the password is tide4pool, for now', ['password-said tide4pool,']],
    ['root passwd is now Tide-Pool', ['password-said Tide-Pool']],
    ["Das Passwort ist 'ebbe+flut'", ['password-said ebbe+flut']],
    ['password for limpet is crab9', ['password-said crab9']],
    ['DB_PASSWORD=barnacle', ['password-written barnacle']],
    ['{"password": "barnacle"}', ['password-written barnacle']],
    ['/msg nickserv IDENTIFY wren tidepool', ['services-password wren tidepool']],
    ['identify tidepool', ['services-password tidepool']],
    ['/oper wren tidepool', ['services-password tidepool']],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\nq0', ['private-key \nMIIE\nq0']],
    ['ftp://wren:saltnet@saltnet.org/x', ['password-in-address saltnet']],
    ['mailto:wren.ahola@saltnet.org', ['mail-address wren.ahola@saltnet.org']],
    ['mail:wren.ahola@saltnet.org', ['mail-address wren.ahola@saltnet.org']],
    ['ns ghost wren tidepool', ['services-password wren tidepool']],
    ['/msg NickServ@services.saltnet.org identify tidepool', ['services-password tidepool']],
    ['/msg bosun auth wren tidepool', ['services-password wren tidepool']],
    ['/join #limpet tidepool', ['services-password tidepool']],
    ['/quote pass wren:tidepool', ['services-password wren:tidepool']],
    ['sshpass -p tidepool ssh quay', ['password-in-command tidepool']],
    ['curl -s -u wren:tidepool https://saltnet.org/', ['password-in-command tidepool']],
    ['dump --password=tidepool limpet', ['password-written tidepool', 'password-in-command tidepool']],
    ['PGPASSWORD=tidepool psql', ['password-written tidepool']],
    ['mot de passe : marée', ['password-written marée']],
    ['密码是tidepool', ['password-written tidepool']],
    ['Das Kennwort lautet ebbe4', ['password-said ebbe4']],
    [`sk-proj-${'aB3d'.repeat(10)}`, [`access-token sk-proj-${'aB3d'.repeat(10)}`]],
    [`123456789:AA${'aB3'.repeat(11)}`, [`access-token 123456789:AA${'aB3'.repeat(11)}`]],
    ['https://saltnet.org/a?b=1&private_token=a1b2c3d4e5f6', ['key-in-address a1b2c3d4e5f6']],
    ['http://saltnet.org/x;jsessionid=ABCDEF0123456789', ['key-in-address ABCDEF0123456789']],
    ['https://www.dropbox.com/s/abc123/tide.pdf', ['private-link https://www.dropbox.com/s/abc123/tide.pdf']],
    ['wren (at) saltnet (dot) org', ['mail-address wren (at) saltnet (dot) org']],
    ['wren at saltnet dot org', ['mail-address wren at saltnet dot org']],
    ['http://85.23.14.7:8080/ is mine', ['network-address 85.23.14.7']],
    ['from 2a00:1450:400f:80d::200e', ['network-address 2a00:1450:400f:80d::200e']],
    ['glpat-abcdefghijklmnopqrst', ['access-token glpat-abcdefghijklmnopqrst']],
    ['+358401234567', ['phone-number +358401234567']],
    ['Passwort=ebbeundflut', ['password-written ebbeundflut']],
    ['ssh keys: -----BEGIN RSA PRIVATE KEY-----MIIE', ['private-key MIIE']],
    ['Authorization: Bearer 0123456789abcdef0123', ['key-said 0123456789abcdef0123']],
    [
      'wren.ahola@saltnet.org or dov@saltnet.fi',
      ['mail-address wren.ahola@saltnet.org', 'mail-address dov@saltnet.fi'],
    ],
    ['(555) 234-5678 or 555-234-5678', ['phone-number (555) 234-5678', 'phone-number 555-234-5678']],
    ['GB82 WEST 1234 5698 7654 32', ['account-number GB82 WEST 1234 5698 7654 32']],
    ['4111111111111111', ['card-number 4111111111111111']],
    ['6011 0009 9013 9424', ['card-number 6011 0009 9013 9424']],
    ['ping 85.23.14.7, please', ['network-address 85.23.14.7']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ...['06 12 34 56 78', '06.12.34.56.78', '020 7946 0958', '(020) 7946 0958', '07700 900123', '089/12345678'],
    ...['089 / 123 456 78', '0171 1234567', '040-1234567', '08-123 456 78', '0704-12 34 56', '03-1234-5678'],
    ...['0120-123-456', '02 1234 5678', '0412 345 678', '06-12345678', '00358 40 1234567', '+44 (0)20 7946 0958'],
    ...['09 123 4567', '+290 22345'],
    ...['1-800-234-5678', '1 (555) 234-5678', '8 (495) 123-45-67', '8-916-123-45-67', '(11) 91234-5678'],
  ])('a number as people of its country write it: %s', (number) => {
    expect(found(`or call ${number}, please`)).toEqual([`phone-number ${number}`]);
  });

  it.each([
    ...['tel. 612345678', 'my number is 555 234 5678', 'phone: 13800138000', 'call me at 555-2345', 'puh 0401234567'],
    ...['Telefon 98765 43210', 'sms me on 07700900123', 'mobile no. 612 34 56 78'],
  ])('a number in any form after a word that says what it is: %s', (text) => {
    expect(found(text)).toEqual([`phone-number ${text.replace(/^\D*/, '')}`]);
  });

  it.each([
    ...['100.63.7.1', '100.128.7.1', '169.253.7.1', '172.15.7.1', '172.32.7.1', '192.1.7.1', '192.167.7.1'],
    ...['198.17.7.1', '198.20.7.1', '198.50.7.1', '203.0.114.7', '203.1.113.7', '223.1.7.1', '85.1.0.0'],
  ])('an address of the open network beside those that are not: %s', (address) => {
    expect(found(`from ${address}`)).toEqual([`network-address ${address}`]);
  });

  it.each([
    ...['100.64.7.1', '100.127.7.1', '169.254.7.1', '172.16.7.1', '172.31.7.1', '192.0.2.7', '192.168.7.1'],
    ...[
      '198.18.7.1',
      '198.19.7.1',
      '198.51.100.7',
      '203.0.113.7',
      '224.1.7.1',
      '85.0.0.7',
      '85.23.14.256',
      '85.23.014.7',
    ],
  ])('no address, or one of nobody: %s', (address) => {
    expect(found(`from ${address}`)).toEqual([]);
  });

  it('sees through formatting codes', () => {
    expect(found('the password is \x02tide\x02\x0304pool9')).toEqual(['password-said tidepool9']);
  });

  it('looks at reasons, too', () => {
    const quit: Entry = {
      id: 't142934g07q',
      at: 1_380_742_174,
      kind: 'quit',
      nick: 'wren',
      reason: 'mail a@saltnet.org',
    };
    expect(sensitiveIn(quit).map(({ rule }) => rule)).toEqual(['mail-address']);
  });

  it.each([
    'the password is wrong',
    'my password is not accepted there',
    'is the password still the same?',
    'password: required',
    'it asks for password: and hangs',
    'passwd: files nis',
    'pass: ok',
    'http://wren:password@svn.example.com/',
    'ssh://git@saltnet.org/limpet.git and git@github.com:limpet/tide.git',
    'wren@example.com, dov@localhost and dov@mail.test',
    'Signed-off-by: Wren <…@hidden>',
    'kernel 2.6.32.5, and 10.0.0.1, 192.168.1.77, 127.0.0.1, 255.255.255.0',
    'chrome 91.0.4472.124',
    'UTC+0200, +1000 lines, offset +123456789',
    '256 512 1024 2048',
    '2013-10-02 14:29:34',
    '02.10.2013 14.29, 02-10-2013, 02/10/2013 14:29',
    '01 23 45 67 89 ab and ff 01 23 45 67 89',
    '01 02 03 04 05, 001 002 003 004, 01-23-45-67-89-ab',
    '0000020 012345 067123, chmod 0755, 0800-1600',
    'release 3.10.0-957.21.3, 0.10.25-1, CVE-2013-1234567',
    'ISBN 978-3-16-148410-0 and 0-306-40615-2',
    'mobile 2013-10-02, phone at 192.168.101.77',
    '010.100.200.30 and 2001:db8::1, 12:34:56:78, std::vector',
    'rev 0123456789, 123 456 789, 1 234 567 890',
    'user: NOPASSWD: /usr/bin/tide',
    'nickserv help, or /ns ghost nick',
    '/msg NickServ ghost wren ********',
    'they look at quay dot by dot',
    'https://saltnet.org/?key=tide&auth=none',
    'commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '1234567890123456',
    'FI22 1234 5600 0007 85',
    'pwd is /home/wren and PWD=/srv/tide',
    'skip: 25335, pass: 49249, fail: 434',
    'it also sends that password to NickServ',
    'systemctl start tide@quay.service',
    'https://lists.saltnet.org/mbox/%3C4D5A.1@saltnet.org%3E',
    'identify the problem first',
    'did you identify with nickserv?',
    'access key on the keyboard: alt',
    'the token is passed on to the auth key handler',
    'see PV 1034567 and bug 4711, serial 5500 0000 0000 0000',
  ])('leaves %s alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});
