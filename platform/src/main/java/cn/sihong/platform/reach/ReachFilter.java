package cn.sihong.platform.reach;

import cn.sihong.platform.keycloak.Actors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Sets the reach of a request from the person who sent it. */
public class ReachFilter extends OncePerRequestFilter {

    private final Reaches reaches;

    ReachFilter(Reaches reaches) {
        this.reaches = reaches;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actors.current().map(reaches::of).orElseGet(Reach::nothing).begin();
        try {
            chain.doFilter(request, response);
        } finally {
            Reach.end();
        }
    }
}
