package cn.sihong.submission;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.test.Person;

import com.jayway.jsonpath.JsonPath;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Somebody at work over HTTP.
 *
 * <pre>Desk.of(mvc, secretary).posts("{\"version\":1}", "/api/plans/%s/submit", id)</pre>
 */
public record Desk(MockMvc mvc, Person person) {

    public static Desk of(MockMvc mvc, Person person) {
        return new Desk(mvc, person);
    }

    public ResultActions gets(String path, Object... parts) {
        return perform(get(path.formatted(parts)));
    }

    public ResultActions posts(String body, String path, Object... parts) {
        return perform(
                post(path.formatted(parts)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    public ResultActions puts(String body, String path, Object... parts) {
        return perform(
                put(path.formatted(parts)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    public ResultActions perform(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request.with(person.signedIn()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Reads something of an answer. */
    public static <T> T read(ResultActions answer, String path) {
        try {
            return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
