// What XChat and HexChat print in other languages than English, by the shapes of sentences and stems of words.
//
// The sentences are those of HexChat 2.16's catalogues (po/*.po, "You Kicked", "You Part", "Part", "Kick" …), and of XChat 2 in German.
import { describe, expect, test } from 'vitest';
import { sentenceReader } from '../../src/formats/xchat/printed.ts';

const read = sentenceReader({ classic: false, modern: true, bare: false, translated: true });
const told = (sentence: string): unknown => read(`*\t${sentence}`)?.events;

test.each([
  'Du wurdest von tilda aus #pool geworfen (enough)',
  'Sie wurden aus #pool von tilda hinausgeworfen (enough).',
  'Du er blevet sparket fra #pool af tilda (enough)',
  'Has sido expulsado de #pool por tilda (enough)',
  'Vous avez été expulsé de #pool par tilda (enough)',
  'tilda kirúgott a #pool csatornából (enough)',
  'Kamu telah dikeluarkan dari #pool oleh tilda (enough)',
  'tilda ti ha espulso da #pool (enough)',
  'Buvote išspirti iš #pool - tilda (enough)',
  'Du har blitt kastet ut fra #pool av tilda (enough)',
  'Zostałeś/aś wyrzucony/na z #pool przez tilda (enough)',
  'Tu foste expulso de #pool por tilda (enough)',
  'Você foi chutado de #pool por tilda (enough)',
  'Вы были удалены с #pool инициатором tilda (enough)',
  'Jeni përzënë prej #pool nga tilda (enough)',
  'Du har sparkats ut från #pool av tilda (enough)',
  '#pool den tilda tarafından tekmelendiniz (enough)',
])('the owner was kicked: %s', (sentence) => {
  expect(told(sentence)).toEqual([{ kind: 'kick', nick: 'tilda', reason: 'enough' }]);
});

test.each([
  'tilda hat arlo aus #pool hinausgeworfen (enough).',
  'tilda ha expulsado a arlo de #pool (enough)',
  'tilda a expulsé arlo de #pool (enough)',
  'tilda ha espulso arlo da #pool (enough)',
  'tilda wyrzucił/ła arlo z #pool (enough)',
  'tilda был выкинут arlo с #pool (enough)',
  'arlo ki lett rúgva tilda által a #pool szobából (enough)',
])('another was kicked: %s', (sentence) => {
  expect(told(sentence)).toEqual([{ kind: 'kick', nick: 'tilda', target: 'arlo', reason: 'enough' }]);
});

describe('who left', () => {
  test.each([
    'tilda (~t@host.example) er gået',
    'tilda (~t@host.example) ist gegangen.',
    'tilda (~t@host.example) αποχώρησε',
    'tilda (~t@host.example) est parti',
    'tilda (~t@host.example) telah meninggalkan',
    'tilda (~t@host.example) išėjo',
    'tilda (~t@host.example) вышел',
    'tilda (~t@host.example) iku',
    'tilda (~t@host.example) је отишао/ла',
    'tilda (~t@host.example) ayrıldı',
    'tilda (~t@host.example) 已离开',
  ])('is told from who joined: %s', (sentence) => {
    expect(told(sentence)).toEqual([{ kind: 'part', nick: 'tilda', host: '~t@host.example' }]);
    expect(told('tilda (~t@host.example) har gått in')).toMatchObject([{ kind: 'join' }]);
  });

  test.each([
    'Sie haben den Kanal #pool verlassen.',
    'Du har forladt kanalen #pool',
    'Kamu telah meninggalkan kanal #pool',
    'Išėjote iš kanalo #pool',
    'E braktisët kanalin #pool',
    'Kanal #pool dan ayrıldınız',
    'Ha abandonado el canal #pool',
  ])('was the owner: %s', (sentence) => {
    expect(told(sentence)).toEqual([{ kind: 'part', own: true }]);
    const stop = sentence.endsWith('.') ? '.' : '';
    expect(told(`${sentence.replace(/\.$/u, '')} (bye)${stop}`)).toEqual([{ kind: 'part', own: true, reason: 'bye' }]);
  });
});
