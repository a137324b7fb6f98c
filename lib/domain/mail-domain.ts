/** Mail domains where anybody gets an address within a minute: it says nothing about a company. */
const free = new Set(
  `aol.com email.com fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
   hey.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr icloud.com laposte.net libero.it live.com mac.com mail.com
   mail.ru mailbox.org me.com msn.com orange.fr outlook.com outlook.de pm.me posteo.de proton.me protonmail.com
   qq.com rocketmail.com t-online.de tuta.com tutanota.com web.de wp.pl yahoo.com yahoo.co.uk yahoo.de yahoo.fr
   yandex.com yandex.ru ymail.com zoho.com 126.com 163.com`
    .split(/\s+/)
    .filter(Boolean),
);

export const mailDomain = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

export const isFreeMail = (email: string): boolean => free.has(mailDomain(email));
