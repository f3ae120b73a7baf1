package cn.sihong.submission.readings;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.readings.Readings.Reading;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
@RequestMapping("/api/readings")
class ReadingController {

    private final Readings readings;

    ReadingController(Readings readings) {
        this.readings = readings;
    }

    @GetMapping
    Page<Reading> list(@RequestParam UUID school, PageRequest page, Actor actor) {
        return Page.of(
                readings.of(new Organisation.Id(school), page, actor),
                page,
                reading -> reading.id().toString());
    }
}
