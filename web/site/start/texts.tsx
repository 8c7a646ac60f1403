import type { ReactNode } from "react";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { IdCheck } from "./IdCheck.tsx";
import type { StepId } from "./steps.ts";
import { TerminalCheck } from "./TerminalCheck.tsx";

/** What to do at each step, and why. */
export const stepTexts: Readonly<Record<StepId, ReactNode>> = {
  terminal: (
    <>
      <p>
        アプリを入れるパソコンで、この画面を開いてください。Windows 10 か 11、ブラウザは Microsoft
        Edge か Google Chrome をおすすめします。画面が自分で確かめた結果は次のとおりです。
      </p>
      <TerminalCheck />
    </>
  ),
  software: (
    <>
      <p>
        お使いの介護ソフトが、計画表・予定・実績のファイルを書き出せるか、取り込めるかを一覧で確かめます。
      </p>
      <p className="soft">
        介護ソフトがなくても、アプリの画面で予定や実績を入力して送れます。書き出したファイルが標準どおりかは、「ファイルの確認」で送る前に調べられます。
      </p>
      <div className="row">
        <LinkButton href={addressOf("software")} icon="document">
          介護ソフト一覧を見る
        </LinkButton>
        <LinkButton href="/check/" icon="shield">
          ファイルの確認を試す
        </LinkButton>
      </div>
    </>
  ),
  id: (
    <>
      <p>
        利用申請には、電子請求受付システムの<strong>KJから始まる14文字のID</strong>
        と、そのパスワードを使います。通知書をお手もとにご用意ください。
      </p>
      <IdCheck />
      <p className="soft">
        発行されたIDやパスワードが分からなくなったときは、登録されたメールアドレスで確かめられます。メールアドレスがなければ、通知書を郵送します（2週間ほどかかります）。
      </p>
      <div>
        <LinkButton href="/portal/#/lost" icon="mail">
          IDやパスワードを確かめる
        </LinkButton>
      </div>
      <p className="soft">
        まだIDを持っていない、請求を代理人に任せている、というときは、所轄の国民健康保険団体連合会へお問い合わせください。
      </p>
    </>
  ),
  application: (
    <>
      <p>利用状況Webサイトに、KJから始まるIDでログインします。次の順に進みます。</p>
      <ol className="start-list">
        <li>
          仮パスワードの方は、はじめに新しいパスワードを決めます（決めるまで先へ進めません）。
        </li>
        <li>代表者と担当者の名前、電話番号（ハイフンなし）、メールアドレスを入力します。</li>
        <li>利用規約を読み、同意して申請します。</li>
      </ol>
      <p>
        <strong>申請したあとの取り消しはできません。</strong>
        ライセンスは事業所番号ごとに1つです。状態と期間は、いつでも「ライセンス」の画面で見られます。
      </p>
      <div>
        <LinkButton href="/portal/#/application" icon="arrow">
          利用申請へ進む
        </LinkButton>
      </div>
    </>
  ),
  persons: (
    <>
      <p>
        アプリには、使う人ごとのID（<strong>cから始まる個人ユーザID</strong>
        ）でログインします。利用状況Webサイトで名前を登録すると、IDと仮パスワードがその場で出ます。
      </p>
      <p className="soft">
        仮パスワードは一度だけ表示されます。印刷するか書き写して、本人に渡してください。
      </p>
      <div>
        <LinkButton href="/portal/#/persons/new" icon="person">
          個人ユーザを追加する
        </LinkButton>
      </div>
    </>
  ),
  download: (
    <>
      <p>
        組織名と事業所番号を入力して、アプリを保存します。保存したファイルを開くと、画面の案内にそって入ります。
      </p>
      <p className="soft">1つの事業所では、1台のパソコンで使うことをおすすめします。</p>
      <div>
        <LinkButton href={addressOf("downloads")} icon="download">
          製品ダウンロードへ
        </LinkButton>
      </div>
    </>
  ),
  certificate: (
    <>
      <p>
        電子証明書は、正しい事業所の端末であることを示すものです。アプリの「初期設定」で、KJから始まるID、パスワード、
        <strong>証明書発行用パスワード</strong>
        （通知書にあります）を入力すると、アプリが自分で申請して入れます。
      </p>
      <p className="soft">
        鍵は端末の中で作られ、外へ出ません。使えるのは、発行者が「e-seikyu
        CA」で、発行先が「KaigoJigyousho」か「CarePlanJigyousho」の、有効期間内の証明書です。
      </p>
      <div>
        <LinkButton href="/portal/#/certificates" icon="shield">
          電子証明書の状態を見る
        </LinkButton>
      </div>
    </>
  ),
  login: (
    <>
      <p>アプリのログインは2段階です。</p>
      <ol className="start-list">
        <li>cから始まる個人ユーザIDとパスワード（はじめてのときは、仮パスワードを変えます）</li>
        <li>KJから始まる事業所ユーザIDとパスワード</li>
      </ol>
      <p className="soft">
        続けて3回間違えると、30分間ログインできなくなります。あわてず、通知書を見ながら入力してください。
      </p>
    </>
  ),
  message: (
    <>
      <p>
        「送信」の画面に、介護ソフトから書き出したファイルを置きます。宛先ごとにまとまり、直すところがあれば、その場所と直し方が出ます。よければ「送信する」を押します。
      </p>
      <p>
        相手が受け取って開いたことは、「送信一覧」で分かります。まず、身近な事業所と試してみてください。
      </p>
      <div>
        <LinkButton href={addressOf("members")} icon="map">
          送れる相手（参加事業所）をさがす
        </LinkButton>
      </div>
    </>
  ),
};
