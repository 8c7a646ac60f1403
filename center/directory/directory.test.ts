import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the directory", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let partner: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
    partner = await join(center, homeVisit);
    await center.issueOffice({
      ...homeVisit,
      number: "13A0000009",
      name: "ＡＢＣケア １００％ 梅田",
    });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const numbers = async (search: string, limit?: number): Promise<string[]> => {
    const query = { search, ...(limit !== undefined && { limit }) };
    const { offices } = await office.desk.searchOffices({ query });
    return offices.map(({ number }) => number);
  };

  it("finds by the beginning of the number", async () => {
    expect(await numbers("13000")).toEqual(["1300000001", "1300000002"]);
    expect(await numbers("１３Ａ")).toEqual(["13A0000009"]);
    expect(await numbers("000001")).toEqual([]);
  });

  it("finds by a part of the name, however it is typed", async () => {
    expect(await numbers("ヘルパー")).toEqual([partner.number]);
    expect(await numbers("ﾍﾙﾊﾟｰ ｽﾃｰｼｮﾝ")).toEqual([partner.number]);
    expect(await numbers("abcケア")).toEqual(["13A0000009"]);
    expect(await numbers("試験", 1)).toEqual([office.number]);
  });

  it("takes what is typed as it is, wildcards and blanks too", async () => {
    expect(await numbers("100%")).toEqual(["13A0000009"]);
    expect(await numbers("%")).toEqual(["13A0000009"]);
    expect(await numbers("_")).toEqual([]);
    expect(await numbers("　")).toEqual([]);
    expect(await numbers("'; drop table offices; --")).toEqual([]);
  });

  it("says who can receive, with the certificates to seal to", async () => {
    const found = await office.desk.office({ params: { number: partner.number } });
    expect(found).toEqual({
      office: {
        number: partner.number,
        name: homeVisit.name,
        serviceTypes: ["11"],
        prefecture: "13",
        licensed: true,
        canReceive: true,
      },
      certificates: [partner.signer.certificate],
    });
    const absent = await office.desk.office({ params: { number: "13A0000009" } });
    expect(absent.certificates).toEqual([]);
    expect(absent.office).toMatchObject({ licensed: false, canReceive: false });
    await expect(office.desk.office({ params: { number: "1399999999" } })).rejects.toEqual(
      refused("office-unknown"),
    );
  });

  it("forgets a certificate when it is revoked or past its end", async () => {
    await partner.portal.revokeCertificate({
      params: { serial: partner.serial },
      body: { reason: "cessationOfOperation" },
    });
    const found = await office.desk.office({ params: { number: partner.number } });
    expect(found.certificates).toEqual([]);
    expect(found.office).toMatchObject({ licensed: true, canReceive: false });
  });
});
