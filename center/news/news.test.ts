import { expect, it } from "vitest";
import { openPool } from "../database/pool.ts";
import { startTestCenter } from "../testing/center.ts";
import { describeOnEachDatabase } from "../testing/databases.ts";
import { addNews, removeNews } from "./news.ts";

const at = (day: string): Date => new Date(`2026-11-${day}T00:00:00Z`);

describeOnEachDatabase("news", (takePlace) => {
  it("are shown from the latest on, until they are removed, beside the help desk", async () => {
    const place = await takePlace();
    const helpDesk = {
      telephone: "0120-000-000",
      hours: "平日 9:00から17:00まで",
      site: "https://renkei.example.jp/site/",
    };
    const center = await startTestCenter(place, { helpDesk });
    const sql = openPool(center.databaseUrl, 1);
    expect(await center.callWeb().news()).toEqual({ news: [], helpDesk });
    expect(await center.callExchange().helpDesk()).toEqual(helpDesk);
    const first = await addNews(sql, { title: "点検", text: "夜に\n止まります。", at: at("01") });
    await addNews(sql, { title: "新しい版", text: "出ました。", at: at("02") });
    expect((await center.callWeb().news()).news).toMatchObject([
      { title: "新しい版" },
      { id: first, at: "2026-11-01T00:00:00.000Z", text: "夜に\n止まります。" },
    ]);
    await removeNews(sql, first);
    expect((await center.callWeb().news()).news).toHaveLength(1);
    await expect(removeNews(sql, first)).rejects.toMatchObject({ code: "news-unknown" });
    await expect(addNews(sql, { title: " ", text: "x", at: at("03") })).rejects.toMatchObject({
      code: "input-invalid",
    });
    await sql.end();
    await center.stop();
    await place.remove();
  });
});
